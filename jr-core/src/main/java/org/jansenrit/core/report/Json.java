package org.jansenrit.core.report;

/** Writes the two kinds of JSON values that results are made of. */
final class Json {
  private Json() {}

  /** Returns the text between quotes, escaped; ASCII control characters as in {@code \u0007}. */
  static String string(String text) {
    var out = new StringBuilder("\"");
    text.chars().forEach(c -> append(out, (char) c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> appendPlain(out, c);
    }
  }

  private static void appendPlain(StringBuilder out, char c) {
    // half a surrogate pair cannot be written in UTF-8; written as an escape, neither half can fail
    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }

  /** Returns a finite number, whole ones without ".0". */
  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
