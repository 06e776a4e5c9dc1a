package org.jansenrit.core.drive;

import org.jansenrit.core.quantity.Frequency;

/** A signal that is constant over each sampling period, and zero before and after. */
final class SampledSignal implements Shape {
  private final double[] values;
  private final double rate;

  SampledSignal(double[] values, Frequency rate) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sampled stimulus needs at least one value");
    }
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        throw new IllegalArgumentException(
            "value " + k + " of a sampled stimulus must be finite, but was " + values[k]);
      }
    }
    this.values = values.clone();
    this.rate = rate.hertz();
  }

  @Override
  public double mean(double from, double to) {
    double start = from * rate;
    double end = to * rate;
    int last = place(end);
    double sum = 0;
    for (int k = place(start); k <= last; k++) {
      sum += values[k] * Math.max(0, Math.min(k + 1, end) - Math.max(k, start));
    }
    return sum / (end - start);
  }

  /** Returns the sample at {@code position}, or the nearest. */
  private int place(double position) {
    return (int) Math.max(0, Math.min(values.length - 1, Math.floor(position)));
  }
}
