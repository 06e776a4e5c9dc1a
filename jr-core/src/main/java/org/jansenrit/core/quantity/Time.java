package org.jansenrit.core.quantity;

/**
 * A span of time, or an instant relative to time zero. The one place where milliseconds and seconds
 * meet.
 *
 * @param seconds the span, in s; finite
 */
public record Time(double seconds) implements Comparable<Time> {
  /** Spans whose ratio is this near to a whole number count as multiples of each other. */
  private static final double WHOLE = 1e-6;

  /** Relative error of a ratio that is left for rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Creates a span.
   *
   * @param seconds the span, in s
   * @throws IllegalArgumentException if it is not finite
   */
  public Time {
    if (!Double.isFinite(seconds)) {
      throw new IllegalArgumentException("time must be finite, but was " + seconds + " s");
    }
  }

  /**
   * {@return a span of {@code value} seconds}
   *
   * @param value in s; finite
   * @throws IllegalArgumentException if it is not finite
   */
  public static Time s(double value) {
    return new Time(value);
  }

  /**
   * {@return a span of {@code value} milliseconds}
   *
   * @param value in ms; finite
   * @throws IllegalArgumentException if it is not finite
   */
  public static Time ms(double value) {
    return new Time(value / 1e3);
  }

  /**
   * {@return this span if it is positive}
   *
   * @param what what the span is, for the message: {@code "step"}
   * @throws IllegalArgumentException if it is zero or negative
   */
  public Time requirePositive(String what) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(what + " must be positive, but was " + this);
    }
    return this;
  }

  /**
   * {@return how many times {@code step} fits into this span}
   *
   * @param step a positive span that divides this one
   * @param what what this span is, for the message: {@code "duration"}
   * @throws IllegalArgumentException if this is not a multiple of {@code step}
   */
  public int multipleOf(Time step, String what) {
    double ratio = seconds / step.requirePositive("step").seconds;
    double whole = Math.rint(ratio);
    if (!(Math.abs(ratio - whole) <= WHOLE + ROUNDING * Math.abs(ratio))
        || Math.abs(whole) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          what
              + " of "
              + this
              + " is not a multiple of "
              + step
              + "; the nearest is "
              + new Time(whole * step.seconds));
    }
    return (int) whole;
  }

  @Override
  public int compareTo(Time other) {
    return Double.compare(seconds, other.seconds);
  }

  @Override
  public String toString() {
    return Math.abs(seconds) < 1
        ? Numbers.shortest(seconds * 1e3) + " ms"
        : Numbers.shortest(seconds) + " s";
  }
}
