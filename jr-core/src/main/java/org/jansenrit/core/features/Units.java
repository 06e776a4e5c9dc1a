package org.jansenrit.core.features;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jansenrit.core.quantity.Frequency;

/** How features are named. */
final class Units {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Units() {}

  /** Returns {@code "uV^2"} for {@code "uV"}. */
  static String squared(String unit) {
    if (unit.equals("1")) {
      return unit;
    }
    return unit.matches("\\w+") ? unit + "^2" : "(" + unit + ")^2";
  }

  /** Returns {@code "uV^2/Hz"} for {@code "uV"}. */
  static String density(String unit) {
    return squared(unit) + "/Hz";
  }

  /** Returns {@code "8..13 Hz"}. */
  static String range(double from, double to) {
    return digits(from) + ".." + digits(to) + " Hz";
  }

  static String range(Frequency from, Frequency to) {
    return range(from.hertz(), to.hertz());
  }

  /** Returns {@code value} to four digits. */
  static String digits(double value) {
    return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }
}
