package org.jansenrit.core.report;

/** Checks of what callers hand in, with messages that name the layer. */
final class Checks {
  private Checks() {}

  /** Returns the text if it is not blank and has no control characters, which no SVG can hold. */
  static String label(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return oneLine(what, text);
  }

  /** Returns the text if it has no control characters; it may be empty. */
  static String oneLine(String what, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what + " must be one line without control characters, but was: " + text);
    }
    return text;
  }

  static void sameLength(String layer, String first, double[] a, String second, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          layer
              + ": "
              + first
              + " has "
              + a.length
              + " values, but "
              + second
              + " has "
              + b.length);
    }
  }

  static void notAbove(String layer, double[] low, double[] high) {
    for (int i = 0; i < low.length; i++) {
      if (low[i] > high[i]) {
        throw new IllegalArgumentException(
            layer + ": low[" + i + "] = " + low[i] + " is above high[" + i + "] = " + high[i]);
      }
    }
  }

  /** Returns a copy; refuses an empty array, NaN and infinite values. */
  static double[] finite(String layer, String array, double[] values) {
    for (int i = 0; i < values.length; i++) {
      finite(layer, array + "[" + i + "]", values[i]);
    }
    return nonEmpty(layer, array, values);
  }

  /** Returns a copy; refuses an empty array and infinite values, lets NaN pass as a gap. */
  static double[] finiteOrGap(String layer, String array, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            layer
                + ": "
                + array
                + "["
                + i
                + "] must be finite or NaN (a gap), but was "
                + values[i]);
      }
    }
    return nonEmpty(layer, array, values);
  }

  static double finite(String layer, String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(layer + ": " + what + " must be finite, but was " + value);
    }
    return value;
  }

  private static double[] nonEmpty(String layer, String array, double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(layer + ": " + array + " has no values");
    }
    return values.clone();
  }

  /** Returns a copy; refuses other than finite values that rise, at least two. */
  static double[] rising(String layer, String array, double[] values) {
    double[] copy = finite(layer, array, values);
    for (int i = 1; i < copy.length; i++) {
      if (!(copy[i] > copy[i - 1])) {
        throw new IllegalArgumentException(
            layer + ": " + array + " must rise, but " + copy[i - 1] + " comes before " + copy[i]);
      }
    }
    if (copy.length < 2) {
      throw new IllegalArgumentException(layer + ": " + array + " needs at least 2 values");
    }
    return copy;
  }

  /** Returns a copy; refuses no rows, empty rows, rows of several lengths, infinite values. */
  static double[][] rectangle(String layer, double[][] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(layer + " has no rows");
    }
    double[][] copy = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      sameLength(layer, "row 0", values[0], "row " + row, values[row]);
      copy[row] = finiteOrGap(layer, "row " + row, values[row]);
    }
    return copy;
  }
}
