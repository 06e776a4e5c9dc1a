package org.jansenrit.core.quantity;

/**
 * A rate of cycles or samples.
 *
 * @param hertz the rate, in Hz; positive and finite
 */
public record Frequency(double hertz) implements Comparable<Frequency> {

  /**
   * Creates a frequency.
   *
   * @param hertz the rate, in Hz
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Frequency {
    if (!(hertz > 0) || Double.isInfinite(hertz)) {
      throw new IllegalArgumentException(
          "frequency must be positive and finite, but was " + hertz + " Hz");
    }
  }

  /**
   * {@return a frequency of {@code value} Hz}
   *
   * @param value positive and finite
   * @throws IllegalArgumentException if it is not
   */
  public static Frequency hz(double value) {
    return new Frequency(value);
  }

  /** {@return the time from one cycle or sample to the next} */
  public Time period() {
    return Time.s(1 / hertz);
  }

  @Override
  public int compareTo(Frequency other) {
    return Double.compare(hertz, other.hertz);
  }

  @Override
  public String toString() {
    return Numbers.shortest(hertz) + " Hz";
  }
}
