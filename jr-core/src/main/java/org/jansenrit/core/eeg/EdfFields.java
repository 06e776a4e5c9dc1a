package org.jansenrit.core.eeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The header of an EDF or BDF file: texts of fixed length, in ASCII but for units, some of which
 * have the micro sign of Latin-1.
 */
final class EdfFields {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Path file;
  private final byte[] bytes;

  EdfFields(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  Path file() {
    return file;
  }

  /** Returns a text without the blanks and zeros after it. */
  String text(int offset, int length) {
    return new String(bytes, offset, length, ISO_8859_1).replace('\0', ' ').strip();
  }

  /** Returns a whole number between {@code low} and {@code high}. */
  long whole(String what, int offset, int length, long low, long high) throws IOException {
    double number = number(what, offset, length);
    if (number != Math.rint(number) || !(number >= low && number <= high)) {
      throw wrong(what, offset, length, "must be a whole number from " + low + " to " + high);
    }
    return (long) number;
  }

  /** Returns a finite number. */
  double number(String what, int offset, int length) throws IOException {
    String text = text(offset, length);
    if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
      throw wrong(what, offset, length, "must be a number");
    }
    return Double.parseDouble(text);
  }

  /** Returns the failure of a field: file, offset, what it is, its text, and the rule. */
  IOException wrong(String what, int offset, int length, String rule) {
    return new IOException(
        file
            + ", offset "
            + offset
            + ": "
            + what
            + " = \""
            + IniText.printable(text(offset, length))
            + "\", but "
            + rule);
  }
}
