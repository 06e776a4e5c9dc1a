package org.jansenrit.core.file;

import java.util.List;
import java.util.Map;

/** Writes JSON. */
public final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /**
   * {@return an object, one member of each map per line}
   *
   * @param object of maps with texts as keys, lists, texts, finite numbers, booleans and nulls
   */
  public static String write(Map<String, ?> object) {
    var json = new Json();
    json.value(object, "\n");
    return json.out.append('\n').toString();
  }

  /**
   * {@return the text between quotes, escaped; control characters as in {@code \u0007}}
   *
   * @param text any text, also with half of a surrogate pair
   */
  public static String string(String text) {
    var json = new Json();
    json.text(text);
    return json.out.toString();
  }

  /**
   * {@return a finite number, whole ones without ".0"}
   *
   * @param value finite; JSON has no other numbers
   */
  public static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private void value(Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      members(map, line);
    } else if (value instanceof List<?> list) {
      elements(list, line);
    } else if (value instanceof String text) {
      text(text);
    } else {
      out.append(value);
    }
  }

  private void members(Map<?, ?> map, String line) {
    String separator = "{";
    for (var member : map.entrySet()) {
      out.append(separator).append(line).append("  ");
      text((String) member.getKey());
      out.append(": ");
      value(member.getValue(), line + "  ");
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : line + "}");
  }

  private void elements(List<?> list, String line) {
    String separator = "";
    out.append('[');
    for (Object element : list) {
      out.append(separator);
      value(element, line + "  ");
      separator = ", ";
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    text.chars().forEach(c -> character((char) c));
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> plain(c);
    }
  }

  // half a surrogate pair cannot be written in UTF-8; written as an escape, neither half can fail
  private void plain(char c) {
    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }
}
