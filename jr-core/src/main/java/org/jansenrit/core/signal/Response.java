package org.jansenrit.core.signal;

import uk.me.berndporr.iirj.Butterworth;

/** What a filter lets through. */
enum Response {
  LOW_PASS("low-pass") {
    @Override
    void design(Butterworth filter, int order, double low, double high) {
      filter.lowPass(order, 1, low);
    }
  },
  HIGH_PASS("high-pass") {
    @Override
    void design(Butterworth filter, int order, double low, double high) {
      filter.highPass(order, 1, high);
    }
  },
  BAND_PASS("band-pass") {
    @Override
    void design(Butterworth filter, int order, double low, double high) {
      filter.bandPass(order, 1, (low + high) / 2, high - low);
    }
  },
  BAND_STOP("band-stop") {
    @Override
    void design(Butterworth filter, int order, double low, double high) {
      filter.bandStop(order, 1, (low + high) / 2, high - low);
    }
  };

  private final String text;

  Response(String text) {
    this.text = text;
  }

  abstract void design(Butterworth filter, int order, double low, double high);

  /** Returns the filter; frequencies are in cycles per sample, below 0.5. */
  Sections design(int order, double low, double high) {
    var filter = new Butterworth();
    design(filter, order, low, high);
    double[][] sections = new double[filter.getNumBiquads()][];
    for (int i = 0; i < sections.length; i++) {
      var biquad = filter.getBiquad(i);
      double[] section = {
        biquad.getB0(), biquad.getB1(), biquad.getB2(), biquad.getA1(), biquad.getA2()
      };
      sections[i] = section;
    }
    return new Sections(sections);
  }

  @Override
  public String toString() {
    return text;
  }
}
