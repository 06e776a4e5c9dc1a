package org.jansenrit.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads objects, arrays, strings and numbers, strictly: what is not JSON fails. */
final class JsonReader {
  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    var reader = new JsonReader(text.strip());
    var value = (Map<String, Object>) reader.value();
    if (reader.at != reader.text.length()) {
      throw new IllegalStateException("text after the end, at " + reader.at);
    }
    return value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> members() {
    var map = new LinkedHashMap<String, Object>();
    expect('{');
    while (peek() != '}') {
      String key = string();
      expect(':');
      if (map.put(key, value()) != null) {
        throw new IllegalStateException("key twice: " + key);
      }
      comma('}');
    }
    expect('}');
    return map;
  }

  private List<Object> elements() {
    var list = new ArrayList<>();
    expect('[');
    while (peek() != ']') {
      list.add(value());
      comma(']');
    }
    expect(']');
    return list;
  }

  private String string() {
    var out = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      out.append(character());
    }
    at++;
    return out.toString();
  }

  private char character() {
    char c = text.charAt(at++);
    if (c < ' ') {
      throw new IllegalStateException("control character at " + at);
    }
    return c == '\\' ? escaped(text.charAt(at++)) : c;
  }

  private char escaped(char c) {
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
      default -> throw new IllegalStateException("no such escape: " + c);
    };
  }

  private double number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?")) {
      throw new IllegalStateException("not a JSON number: " + number);
    }
    return Double.parseDouble(number);
  }

  private void comma(char end) {
    if (peek() != end) {
      expect(',');
      if (peek() == end) {
        throw new IllegalStateException("comma before " + end);
      }
    }
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new IllegalStateException("expected " + c + " at " + at + " of " + text);
    }
    at++;
  }
}
