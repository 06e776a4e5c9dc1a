package org.jansenrit.core.data;

import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * What is known of a signal before its values are.
 *
 * @param samples the number of samples; at least one
 * @param rate the sampling rate
 * @param start the time of the first sample, relative to the event that time zero stands for
 * @param unit the unit of the values
 */
public record SignalShape(int samples, Frequency rate, Time start, String unit) {

  /**
   * Creates a shape.
   *
   * @param samples the number of samples
   * @param rate the sampling rate
   * @param start the time of the first sample
   * @param unit the unit of the values
   * @throws ShapeException if there is no sample
   */
  public SignalShape {
    if (samples < 1) {
      throw new ShapeException("signal", "at least 1 sample", samples + "");
    }
  }

  /**
   * {@return the shape that all channels of {@code x} have}
   *
   * @param x n x channels x samples
   */
  public static SignalShape of(TimeSeries x) {
    return new SignalShape(x.samples(), x.rate(), x.start(), x.unit());
  }

  /** {@return the number of samples divided by the rate} */
  public Time duration() {
    return Time.s(samples / rate.hertz());
  }

  @Override
  public String toString() {
    return Names.count(samples, "sample") + " at " + rate + ", " + unit;
  }
}
