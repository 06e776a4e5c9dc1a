package org.jansenrit.core.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jansenrit.core.model.Parameter;

/** How numbers and names are printed here. */
final class Texts {
  private Texts() {}

  /** Returns {@code value} to three digits. */
  static String digits(double value) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "infinite" : String.valueOf(value);
    }
    return rounded(value, 3);
  }

  /** Returns a finite {@code value} to some digits. */
  static String rounded(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-3 && size < 1e5)
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace("E", "e");
  }

  static String symbols(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::symbol).collect(Collectors.joining(", "));
  }
}
