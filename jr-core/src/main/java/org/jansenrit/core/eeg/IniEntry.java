package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One line {@code key=value} of a header or marker file.
 *
 * @param file where it stands
 * @param line the number of its line, from 1 on
 * @param key as written
 * @param value without blanks round it
 */
record IniEntry(Path file, int line, String key, String value) {

  /** Returns the failure of this line: file, line, key, value, and the rule. */
  IOException wrong(String rule) {
    return new IOException(
        file
            + ", line "
            + line
            + ": "
            + IniText.printable(key)
            + " = "
            + IniText.printable(value)
            + ", but "
            + rule);
  }

  /** Returns the value as a whole number between {@code low} and {@code high}. */
  long whole(long low, long high) throws IOException {
    return whole("it", value, low, high);
  }

  /** Returns a part of the value as a whole number between {@code low} and {@code high}. */
  long whole(String what, String text, long low, long high) throws IOException {
    try {
      long number = Long.parseLong(text.strip());
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(what + " must be a whole number");
    }
    throw wrong(what + " must be between " + low + " and " + high);
  }

  /** Returns a part of the value as a number between {@code low} and {@code high}. */
  double number(String what, String text, double low, double high) throws IOException {
    try {
      double number = Double.parseDouble(text.strip());
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(what + " must be a number");
    }
    throw wrong(what + " must be between " + low + " and " + high);
  }

  /** Returns the value cut at its commas, with {@code \1} made commas again. */
  String[] fields() {
    String[] fields = value.split(",", -1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i].replace("\\1", ",").strip();
    }
    return fields;
  }

  /** Returns whether the value is {@code expected}, in any case. */
  boolean is(String expected) {
    return value.equalsIgnoreCase(expected);
  }
}
