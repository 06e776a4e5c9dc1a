package org.jansenrit.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads objects, arrays, strings, numbers, booleans and null, strictly: whatever is not JSON is
 * refused.
 */
final class JsonReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final int DEEPEST = 16;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one object.
   *
   * @return maps, lists, strings, doubles, booleans and nulls, in the order of the text
   * @throws IOException if the text is anything else; the message says where
   */
  static Map<String, Object> object(String text) throws IOException {
    var reader = new JsonReader(text);
    Map<String, Object> members = reader.members();
    if (reader.peek() != 0) {
      throw reader.wrong("the end");
    }
    return members;
  }

  private Object value() throws IOException {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 'n' -> word("null", null);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> members() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    open('{');
    while (peek() != '}') {
      String name = string();
      expect(':');
      if (members.containsKey(name)) {
        throw wrong("\"" + name + "\" once only");
      }
      members.put(name, value());
      comma('}');
    }
    close('}');
    return members;
  }

  private List<Object> elements() throws IOException {
    List<Object> elements = new ArrayList<>();
    open('[');
    while (peek() != ']') {
      elements.add(value());
      comma(']');
    }
    close(']');
    return elements;
  }

  private String string() throws IOException {
    var out = new StringBuilder();
    expect('"');
    while (next() != '"') {
      out.append(character());
    }
    at++;
    return out.toString();
  }

  private char character() throws IOException {
    char c = next();
    if (c < ' ') {
      throw wrong("no control character in a string");
    }
    at++;
    return c == '\\' ? escaped() : c;
  }

  private char escaped() throws IOException {
    char c = next();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("a known escape before this");
    };
  }

  private char unicode() throws IOException {
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw wrong("four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private Double number() throws IOException {
    var matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw wrong("a value");
    }
    at = matcher.end();
    return Double.valueOf(matcher.group());
  }

  private Object word(String word, Boolean value) throws IOException {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  private void comma(char end) throws IOException {
    if (peek() != end) {
      expect(',');
      if (peek() == end) {
        throw wrong("a value after the comma");
      }
    }
  }

  private void open(char c) throws IOException {
    expect(c);
    if (++depth > DEEPEST) {
      throw wrong("at most " + DEEPEST + " levels");
    }
  }

  private void close(char c) throws IOException {
    expect(c);
    depth--;
  }

  private void expect(char c) throws IOException {
    if (peek() != c) {
      throw wrong("'" + c + "'");
    }
    at++;
  }

  /** Returns the next character that is no space, or 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() throws IOException {
    if (at >= text.length()) {
      throw wrong("the end of a string");
    }
    return text.charAt(at);
  }

  private IOException wrong(String expected) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IOException("expected " + expected + " at character " + at + ", but found " + found);
  }
}
