package org.jansenrit.core.data;

import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Means of consecutive samples. */
record TransformDecimate(int factor) implements Transform<TimeSeries, TimeSeries> {

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
    TimeSeries template = training.empty();
    return x -> {
      x.requireShapeOf(template, "series to decimate", "the training set");
      return decimate(x);
    };
  }

  private TimeSeries decimate(TimeSeries x) {
    int samples = x.samples() / factor;
    int channels = x.channels().size();
    float[] means = new float[Math.multiplyExact(x.size(), channels * samples)];
    float[] row = new float[x.width()];
    for (int i = 0; i < x.size(); i++) {
      x.copyTo(i, row, 0);
      for (int c = 0; c < channels; c++) {
        writeMeans(row, c * x.samples(), means, (i * channels + c) * samples, samples);
      }
    }
    double middle = x.start().seconds() + (factor - 1) / 2.0 / x.rate().hertz();
    return TimeSeries.wrap(
            means, x.channels(), samples, Frequency.hz(x.rate().hertz() / factor), x.unit())
        .startingAt(Time.s(middle));
  }

  private void writeMeans(float[] from, int start, float[] to, int offset, int count) {
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int j = 0; j < factor; j++) {
        sum += from[start + k * factor + j];
      }
      to[offset + k] = (float) (sum / factor);
    }
  }
}
