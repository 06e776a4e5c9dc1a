package org.jansenrit.core.drive;

import java.util.Objects;
import org.jansenrit.core.quantity.Time;

/**
 * When stimuli come, at equal distances.
 *
 * @param first the first onset, from the start of the recording
 * @param period the time from one onset to the next; positive
 * @param count how many there are; at least one
 */
public record Onsets(Time first, Time period, int count) {
  /**
   * Creates onsets.
   *
   * @param first the first onset
   * @param period the time from one onset to the next
   * @param count how many there are
   * @throws IllegalArgumentException if {@code period} is not positive, or {@code count} below one
   */
  public Onsets {
    Objects.requireNonNull(first);
    period.requirePositive("period of the onsets");
    if (count < 1) {
      throw new IllegalArgumentException(
          "there must be at least one onset, but count was " + count);
    }
  }

  /**
   * {@return one onset}
   *
   * @param onset from the start of the recording
   */
  public static Onsets at(Time onset) {
    return new Onsets(onset, Time.s(1), 1);
  }

  /**
   * {@return {@code count} onsets, one each {@code period}, the first at time zero}
   *
   * @param period the time from one onset to the next; positive
   * @param count at least one
   * @throws IllegalArgumentException if {@code period} is not positive, or {@code count} below one
   */
  public static Onsets every(Time period, int count) {
    return new Onsets(Time.s(0), period, count);
  }

  /**
   * {@return these onsets, the first at {@code time}}
   *
   * @param time from the start of the recording
   */
  public Onsets from(Time time) {
    return new Onsets(time, period, count);
  }

  @Override
  public String toString() {
    return count == 1 ? "at " + first : count + " from " + first + ", one each " + period;
  }
}
