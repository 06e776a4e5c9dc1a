package org.jansenrit.core.data;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, finite numbers and null as JSON, one member of a map per line. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(Map<String, ?> object) {
    var writer = new JsonWriter();
    writer.value(object, "\n");
    return writer.out.append('\n').toString();
  }

  private void value(Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      members(map, line);
    } else if (value instanceof List<?> list) {
      elements(list, line);
    } else if (value instanceof String text) {
      string(text);
    } else {
      out.append(value);
    }
  }

  private void members(Map<?, ?> map, String line) {
    String separator = "{";
    for (var member : map.entrySet()) {
      out.append(separator).append(line).append("  ");
      string((String) member.getKey());
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

  private void string(String text) {
    out.append('"');
    text.chars().forEach(c -> character((char) c));
    out.append('"');
  }

  // half a surrogate pair cannot be written in UTF-8; written as an escape, neither half can fail
  private void character(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }
}
