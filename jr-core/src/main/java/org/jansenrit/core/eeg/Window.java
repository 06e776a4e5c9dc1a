package org.jansenrit.core.eeg;

import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * A stretch of samples relative to an event.
 *
 * @param first the sample it starts with, relative to that of the event
 * @param samples how many there are
 * @param baseline how many of them, at the start, are the baseline
 */
record Window(int first, int samples, int baseline) {
  private static final double LONGEST = 1 << 30;
  private static final double WHOLE = 1e-6;

  /**
   * Returns floor((to - from) * rate) + 1 samples from the sample nearest to {@code from} on.
   *
   * @throws IllegalArgumentException if {@code to} is not after {@code from}, or {@code from} is
   *     negative but so near to zero that no sample is left for the baseline
   */
  static Window of(Time from, Time to, Frequency rate) {
    if (!(to.compareTo(from) > 0)) {
      throw new IllegalArgumentException(
          "window must end after it starts, but is from " + from + " to " + to);
    }
    int first = whole(Math.rint(from.seconds() * rate.hertz()), from, to);
    double length = (to.seconds() - from.seconds()) * rate.hertz();
    int samples = whole(Math.floor(length + WHOLE) + 1, from, to);
    if (from.seconds() < 0 && first == 0) {
      throw new IllegalArgumentException(
          "window from " + from + " leaves no sample for a baseline at " + rate + "; start at 0");
    }
    return new Window(first, samples, Math.min(samples, Math.max(0, -first)));
  }

  /** Returns whether the window round {@code sample} lies within {@code length} samples. */
  boolean fits(int sample, int length) {
    long start = (long) sample + first;
    return start >= 0 && start + samples <= length;
  }

  /** Returns whether a break falls between two samples of the window round {@code sample}. */
  boolean isCutBy(int[] breaks, int sample) {
    int start = sample + first;
    for (int at : breaks) {
      if (at > start && at < start + samples) {
        return true;
      }
    }
    return false;
  }

  private static int whole(double value, Time from, Time to) {
    if (!(Math.abs(value) < LONGEST)) {
      throw new IllegalArgumentException(
          "window from " + from + " to " + to + " is too long. Was it given in ms?");
    }
    return (int) value;
  }
}
