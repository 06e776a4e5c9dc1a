package org.jansenrit.core.model;

import static org.jansenrit.core.quantity.Numbers.shortest;

/**
 * A named number: its unit, its published value, where it is possible and where it is meaningful.
 *
 * <p>A value outside the possible range [{@code lowest}, {@code highest}] is refused: it is a slip
 * of unit or of sign. The meaningful range [{@code low}, {@code high}] is what the literature
 * explores, and a natural prior.
 *
 * @param symbol the symbol the source paper uses: {@code "A"}; not blank
 * @param unit the unit every number for this parameter is given in: {@code "mV"}, or {@code "1"};
 *     not blank
 * @param standard the published value, finite and possible
 * @param lowest the smallest possible value, inclusive; negative infinity for none
 * @param highest the largest possible value, inclusive; infinity for none
 * @param low the smallest meaningful value, inclusive; possible
 * @param high the largest meaningful value, inclusive; possible, and not below {@code low}
 */
public record Parameter(
    String symbol,
    String unit,
    double standard,
    double lowest,
    double highest,
    double low,
    double high) {

  /**
   * Creates a parameter.
   *
   * @param symbol the symbol the source paper uses
   * @param unit the unit of all numbers here
   * @param standard the published value
   * @param lowest the smallest possible value
   * @param highest the largest possible value
   * @param low the smallest meaningful value
   * @param high the largest meaningful value
   * @throws IllegalArgumentException if symbol or unit is blank, a range is empty, the meaningful
   *     range exceeds the possible one, or the published value is not in that
   */
  public Parameter {
    if (symbol.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException(
          "a parameter needs a symbol and a unit (\"1\" if it has none), but got \""
              + symbol
              + "\" and \""
              + unit
              + "\"");
    }
    if (!(lowest <= standard && standard <= highest) || Double.isInfinite(standard)) {
      throw new IllegalArgumentException(
          symbol
              + ": the standard value "
              + shortest(standard)
              + " is outside the possible range "
              + range(lowest, highest)
              + " "
              + unit);
    }
    if (!(lowest <= low && low <= high && high <= highest)) {
      throw new IllegalArgumentException(
          symbol
              + ": the meaningful range "
              + range(low, high)
              + " is empty or outside the possible range "
              + range(lowest, highest)
              + " "
              + unit);
    }
  }

  /**
   * {@return a parameter without bounds; narrow it with {@link #possible} and {@link #meaningful}}
   *
   * @param symbol the symbol the source paper uses
   * @param unit the unit, {@code "1"} for none
   * @param standard the published value, in that unit
   * @throws IllegalArgumentException if symbol or unit is blank, or the value is not finite
   */
  public static Parameter of(String symbol, String unit, double standard) {
    double infinity = Double.POSITIVE_INFINITY;
    return new Parameter(symbol, unit, standard, -infinity, infinity, -infinity, infinity);
  }

  /**
   * {@return this parameter, possible in [{@code from}, {@code to}], and meaningful there too}
   *
   * @param from the smallest possible value, inclusive; at most the published one
   * @param to the largest possible value, inclusive; at least the published one
   * @throws IllegalArgumentException if the published value is outside
   */
  public Parameter possible(double from, double to) {
    return new Parameter(symbol, unit, standard, from, to, from, to);
  }

  /**
   * {@return this parameter with [{@code from}, {@code to}] as its meaningful range}
   *
   * @param from the smallest meaningful value, inclusive
   * @param to the largest meaningful value, inclusive
   * @throws IllegalArgumentException if the range is empty or exceeds the possible one
   */
  public Parameter meaningful(double from, double to) {
    return new Parameter(symbol, unit, standard, lowest, highest, from, to);
  }

  /**
   * {@return {@code value} if it is possible}
   *
   * @param value in this parameter's unit
   * @throws IllegalArgumentException if it is not; the message names the parameter, its unit, and
   *     the slip of unit that would explain the number, if there is one
   */
  public double require(double value) {
    if (!isPossible(value)) {
      throw new IllegalArgumentException(symbol + " = " + withUnit(value) + reason(value));
    }
    return value;
  }

  private String reason(double value) {
    if (Double.isInfinite(lowest) && Double.isInfinite(highest)) {
      return " is not finite.";
    }
    return " is outside "
        + range(lowest, highest)
        + (unit.equals("1") ? "" : " " + unit)
        + "."
        + slipOfUnit(value);
  }

  /**
   * {@return whether {@code value} is finite and in the possible range}
   *
   * @param value in this parameter's unit
   */
  public boolean isPossible(double value) {
    return Double.isFinite(value) && value >= lowest && value <= highest;
  }

  /**
   * {@return {@code value} with this parameter's unit: {@code "3.25 mV"}}
   *
   * @param value in this parameter's unit
   */
  public String withUnit(double value) {
    return shortest(value) + (unit.equals("1") ? "" : " " + unit);
  }

  /** {@return the symbol and, in brackets, the unit, as axes are labelled: {@code "A (mV)"}} */
  public String label() {
    return symbol + " (" + unit + ")";
  }

  /** {@return how an axis of this parameter's density is labelled: {@code "density (1/mV)"}} */
  public String densityLabel() {
    if (unit.startsWith("1")) {
      return "density (" + unit.replaceFirst("^1/", "") + ")";
    }
    return "density (1/" + (unit.contains("/") ? "(" + unit + ")" : unit) + ")";
  }

  private String slipOfUnit(double value) {
    if (unit.startsWith("m") && unit.length() > 1 && isPossible(value * 1e3)) {
      return " Was it given in " + unit.substring(1) + "? That is " + withUnit(value * 1e3) + ".";
    }
    if (unit.equals("1/s") && isPossible(value * 1e3)) {
      return " Was it given in 1/ms? That is " + withUnit(value * 1e3) + ".";
    }
    if (unit.equals("1/s") && value > 0 && isPossible(1e3 / value)) {
      return " Was it given as a time constant in ms? That is " + withUnit(1e3 / value) + ".";
    }
    return "";
  }

  private static String range(double from, double to) {
    return "[" + bound(from) + ", " + bound(to) + "]";
  }

  private static String bound(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7
        ? String.valueOf(value)
        : shortest(value);
  }

  @Override
  public String toString() {
    return unit.equals("1") ? symbol : symbol + " " + unit;
  }
}
