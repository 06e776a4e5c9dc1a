package org.jansenrit.sbi;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Locale;
import org.jansenrit.core.model.Parameter;

/**
 * The central part of a marginal posterior: as much probability lies below as above.
 *
 * @param parameter whose interval it is
 * @param level the probability inside, in (0, 1)
 * @param low the lower end, in the unit of the parameter
 * @param high the upper end, in the unit of the parameter
 */
public record CredibleInterval(Parameter parameter, double level, double low, double high) {

  /**
   * Checks the level and the order of the ends.
   *
   * @param parameter whose unit the ends have
   * @param level in (0, 1)
   * @param low at most {@code high}
   * @param high at least {@code low}
   * @throws IllegalArgumentException if a rule is broken
   */
  public CredibleInterval {
    requireLevel(level);
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "the interval of "
              + parameter.symbol()
              + " ends before it begins: ["
              + low
              + ", "
              + high
              + "]");
    }
  }

  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "the level of an interval must be between 0 and 1, but was "
              + level
              + (level > 1 && level <= 100 ? ". Was it given in percent?" : ""));
    }
    return level;
  }

  /**
   * {@return whether a value is inside, ends included}
   *
   * @param value in the unit of the parameter
   */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  @Override
  public String toString() {
    String unit = parameter.unit().equals("1") ? "" : " " + parameter.unit();
    String number = "%." + digits() + "g";
    return String.format(
        Locale.ROOT,
        "%s in [" + number + ", " + number + "]%s (%s %%)",
        parameter.symbol(),
        low,
        high,
        unit,
        shortest(100 * level));
  }

  /** Four digits, or as many as tell the ends apart to two. */
  private int digits() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    double more = high > low ? Math.floor(Math.log10(size / (high - low))) : 0;
    return (int) Math.max(4, Math.min(15, 2 + more));
  }
}
