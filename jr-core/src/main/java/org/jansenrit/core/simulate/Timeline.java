package org.jansenrit.core.simulate;

import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * The recorded part of a simulation: sample k is the state at time k times the step.
 *
 * @param step the time from one sample to the next; positive
 * @param samples the number of samples; at least one
 */
public record Timeline(Time step, int samples) {
  /**
   * Creates a timeline.
   *
   * @param step the time from one sample to the next
   * @param samples the number of samples
   * @throws IllegalArgumentException if {@code step} is not positive, or {@code samples} below one
   */
  public Timeline {
    step.requirePositive("step");
    if (samples < 1) {
      throw new IllegalArgumentException(
          "a recording needs at least one step of " + step + ", but has " + samples);
    }
  }

  /** {@return the number of samples per second} */
  public Frequency rate() {
    return Frequency.hz(1 / step.seconds());
  }

  /** {@return the length of the recording} */
  public Time duration() {
    return Time.s(step.seconds() * samples);
  }

  /**
   * {@return how many steps lie between samples kept at {@code kept}}
   *
   * @param kept a rate that divides {@link #rate()}
   * @throws IllegalArgumentException if the rate of the steps is not a multiple of {@code kept}
   */
  public int stepsPer(Frequency kept) {
    double ratio = rate().hertz() / kept.hertz();
    int whole = (int) Math.rint(ratio);
    if (whole < 1 || Math.abs(ratio - whole) > 1e-6 * ratio) {
      throw new IllegalArgumentException(
          "a rate of "
              + kept
              + " cannot be kept from steps of "
              + step
              + ", "
              + rate()
              + ": it does not divide. Try a step of "
              + Time.s(1 / (kept.hertz() * Math.max(1, Math.ceil(ratio)))));
    }
    return whole;
  }
}
