package org.jansenrit.core.data;

import java.io.IOException;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Means of consecutive samples. */
record TransformDecimate(int factor) implements Transform<TimeSeries, TimeSeries> {
  static final String KIND = "decimate";

  TransformDecimate {
    if (factor < 1) {
      throw new IllegalArgumentException(
          "series can be decimated by a factor of at least 1, but it was " + factor);
    }
  }

  @Override
  public Fitted<TimeSeries, TimeSeries> fit(TimeSeries training) {
    if (training.samples() < factor) {
      throw new IllegalArgumentException(
          "series of "
              + Names.count(training.samples(), "sample")
              + " cannot be decimated by "
              + factor);
    }
    return new Known(factor, training.empty());
  }

  static Known read(Archive archive) throws IOException {
    return new Known(archive.count("factor"), archive.template("input", TimeSeries.class));
  }

  @Override
  public String toString() {
    return "1 of " + factor + " samples";
  }

  /** A factor, and the shape of what it was fitted to. */
  record Known(int factor, TimeSeries template) implements Fitted<TimeSeries, TimeSeries> {

    @Override
    public TimeSeries apply(TimeSeries x) {
      x.requireShapeOf(template, "series to decimate", "the training set");
      return decimate(x, factor);
    }

    @Override
    public Archive toArchive() {
      return Archive.of(KIND).with("factor", factor).with("input", template);
    }
  }

  private static TimeSeries decimate(TimeSeries x, int factor) {
    int samples = x.samples() / factor;
    Frequency rate = Frequency.hz(x.rate().hertz() / factor);
    var builder = TimeSeries.builder(x.size(), x.channels(), samples, rate, x.unit());
    float[] row = new float[x.width()];
    for (int i = 0; i < x.size(); i++) {
      x.copyTo(i, row, 0);
      for (int c = 0; c < x.channels().size(); c++) {
        builder.put(i, c, means(row, c * x.samples(), samples, factor));
      }
    }
    double middle = x.start().seconds() + (factor - 1) / 2.0 / x.rate().hertz();
    return builder.build().startingAt(Time.s(middle));
  }

  private static float[] means(float[] from, int start, int count, int factor) {
    float[] means = new float[count];
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int j = 0; j < factor; j++) {
        sum += from[start + k * factor + j];
      }
      means[k] = (float) (sum / factor);
    }
    return means;
  }
}
