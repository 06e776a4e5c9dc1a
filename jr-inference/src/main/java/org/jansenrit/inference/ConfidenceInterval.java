package org.jansenrit.inference;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Locale;

/**
 * A figure and where it could lie, had other simulations been drawn for testing. All NaN where the
 * figure is not defined, as the correlation with a constant is not.
 *
 * @param value the figure
 * @param low the lower end
 * @param high the upper end
 * @param level how often such intervals hold the figure of infinitely many simulations, in (0, 1)
 */
public record ConfidenceInterval(double value, double low, double high, double level) {

  /**
   * Checks the level and the order of the ends.
   *
   * @param value of the figure, in its unit, as are the ends; NaN where it is not defined
   * @param low at most {@code high}
   * @param high at least {@code low}
   * @param level in (0, 1)
   * @throws IllegalArgumentException if a rule is broken
   */
  public ConfidenceInterval {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "the level of an interval must be between 0 and 1, but was " + level);
    }
    if (low > high) {
      throw new IllegalArgumentException(
          "an interval ends before it begins: [" + low + ", " + high + "]");
    }
  }

  /**
   * {@return whether a value is inside, ends included}
   *
   * @param x in the unit of the figure
   */
  public boolean contains(double x) {
    return x >= low && x <= high;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.4g [%.4g, %.4g] (%s %%)", value, low, high, shortest(100 * level));
  }
}
