package org.jansenrit.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are printed: the shortest text that keeps nine digits. */
public final class Numbers {
  private static final MathContext NINE_DIGITS = new MathContext(9);

  private Numbers() {}

  /**
   * {@return {@code value} to nine significant digits without trailing zeros: {@code 3.25}}
   *
   * @param value any number, also NaN and infinite ones
   */
  public static String shortest(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(NINE_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-3 && size < 1e7)
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace("E", "e");
  }
}
