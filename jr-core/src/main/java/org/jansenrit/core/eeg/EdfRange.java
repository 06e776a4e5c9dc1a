package org.jansenrit.core.eeg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the values of a channel are written with 16 bits.
 *
 * @param low the physical value of -32768, as the eight characters of the header say it
 * @param high that of 32767
 */
record EdfRange(BigDecimal low, BigDecimal high) {
  static final int DIGITAL_MINIMUM = -32768;
  static final int DIGITAL_MAXIMUM = 32767;

  private static final int CHARACTERS = 8;
  private static final int DECIMALS = 6;

  private static final int STEPS = DIGITAL_MAXIMUM - DIGITAL_MINIMUM;

  /** A range that is this much wider than the values would lose their digits. */
  private static final double LOOSE = 2;

  /**
   * Returns the range for values from {@code least} to {@code greatest}: whole numbers of 16 bits
   * are kept as they are, others in 65,536 steps from the least to the greatest.
   *
   * @param what the channel, for messages
   * @throws IllegalArgumentException if eight characters cannot tell the values apart
   */
  static EdfRange of(String what, double least, double greatest, boolean areWhole) {
    if (areWhole && least >= DIGITAL_MINIMUM && greatest <= DIGITAL_MAXIMUM) {
      return new EdfRange(BigDecimal.valueOf(DIGITAL_MINIMUM), BigDecimal.valueOf(DIGITAL_MAXIMUM));
    }
    // a channel that stands still gets some room
    double width = greatest > least ? greatest - least : Math.abs(least);
    double top = greatest > least ? greatest : least + width;
    BigDecimal low = rounded(least, RoundingMode.FLOOR);
    BigDecimal high = rounded(top, RoundingMode.CEILING);
    boolean fits = Math.max(text(low).length(), text(high).length()) <= CHARACTERS;
    double rounding = STEPS * Math.ulp((float) Math.max(Math.abs(least), Math.abs(top)));
    if (!fits || high.subtract(low).doubleValue() > Math.max(LOOSE * width, rounding)) {
      throw new IllegalArgumentException(
          what
              + " has values from "
              + least
              + " to "
              + greatest
              + ", which the eight characters of EDF cannot hold; save it as .vhdr");
    }
    return new EdfRange(low, high);
  }

  private static BigDecimal rounded(double value, RoundingMode outward) {
    for (int decimals = DECIMALS; decimals > 0; decimals--) {
      BigDecimal rounded = new BigDecimal(value).setScale(decimals, outward);
      if (text(rounded).length() <= CHARACTERS) {
        return rounded;
      }
    }
    return new BigDecimal(value).setScale(0, outward);
  }

  private static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Returns the physical minimum as written. */
  String lowText() {
    return text(low);
  }

  /** Returns the physical maximum as written. */
  String highText() {
    return text(high);
  }

  /** Returns the size of a step. */
  double step() {
    return (high.doubleValue() - low.doubleValue()) / STEPS;
  }

  /** Returns the number that stands for {@code value}. */
  int digital(double value) {
    double shift = low.doubleValue() - step() * DIGITAL_MINIMUM;
    double number = Math.rint((value - shift) / step());
    return (int) Math.max(DIGITAL_MINIMUM, Math.min(DIGITAL_MAXIMUM, number));
  }
}
