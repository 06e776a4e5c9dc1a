package org.jansenrit.core.drive;

import java.util.Objects;
import org.jansenrit.core.quantity.Time;

/**
 * When stimuli come: {@code count} of them, one each {@code period}.
 *
 * @param first the first onset, from the start of the recording
 * @param period the time from one onset to the next; positive
 * @param count how many there are; at least one
 */
public record Onsets(Time first, Time period, int count) {
  /** Refuses a period that is not positive, and less than one onset. */
  public Onsets {
    Objects.requireNonNull(first);
    period.requirePositive("period of the onsets");
    if (count < 1) {
      throw new IllegalArgumentException(
          "there must be at least one onset, but count was " + count);
    }
  }

  /** {@return one onset} */
  public static Onsets at(Time onset) {
    return new Onsets(onset, Time.s(1), 1);
  }

  /** {@return {@code count} onsets, one each {@code period}, the first at time zero} */
  public static Onsets every(Time period, int count) {
    return new Onsets(Time.s(0), period, count);
  }

  /** {@return these onsets, the first at {@code time}} */
  public Onsets from(Time time) {
    return new Onsets(time, period, count);
  }

  @Override
  public String toString() {
    return count == 1 ? "at " + first : count + " from " + first + ", one each " + period;
  }
}
