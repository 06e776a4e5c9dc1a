package org.jansenrit.core.features;

/**
 * Some neighbouring lines of a spectrum.
 *
 * @param spectrum where they are
 * @param first the first of them
 * @param last the last of them
 */
record Lines(Spectrum spectrum, int first, int last) {

  /** Returns the power of all lines. */
  double power() {
    double sum = 0;
    for (int k = first; k <= last; k++) {
      sum += spectrum.power(k);
    }
    return sum;
  }

  /** Returns the mean frequency, in Hz, weighted by power. */
  double centroid() {
    double sum = 0;
    for (int k = first; k <= last; k++) {
      sum += k * spectrum.spacing() * spectrum.power(k);
    }
    return sum / power();
  }

  /** Returns the entropy of the shares of the lines in their power, at most 1. */
  double entropy() {
    double whole = power();
    double sum = 0;
    for (int k = first; k <= last; k++) {
      double share = spectrum.power(k) / whole;
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return sum / Math.log(last - first + 1);
  }

  /** Returns the frequency of the highest line, in Hz, between its neighbours if it has two. */
  double peak() {
    int top = first;
    for (int k = first; k <= last; k++) {
      top = spectrum.density(k) > spectrum.density(top) ? k : top;
    }
    return (top + (top > first && top < last ? vertex(top) : 0)) * spectrum.spacing();
  }

  private double vertex(int top) {
    double left = Math.log(spectrum.density(top - 1));
    double here = Math.log(spectrum.density(top));
    double right = Math.log(spectrum.density(top + 1));
    double offset = (right - left) / 2 / (2 * here - left - right);
    return Double.isFinite(offset) ? offset : 0;
  }
}
