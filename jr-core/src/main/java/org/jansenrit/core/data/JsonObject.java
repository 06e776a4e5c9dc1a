package org.jansenrit.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object whose members are asked for by name and kind; {@code path} names it in messages.
 */
record JsonObject(String path, Map<String, ?> members) {

  static JsonObject parse(String path, String text) throws IOException {
    try {
      return new JsonObject(path, JsonReader.object(text));
    } catch (IOException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  String text(String name) throws IOException {
    return cast(at(name), present(name), String.class, "a text");
  }

  boolean flag(String name) throws IOException {
    return cast(at(name), present(name), Boolean.class, "true or false");
  }

  /** Returns a finite number. */
  double number(String name) throws IOException {
    double value = cast(at(name), present(name), Number.class, "a number").doubleValue();
    if (!Double.isFinite(value)) {
      throw wrong(at(name), "a finite number", value);
    }
    return value;
  }

  /** Returns a number, or {@code absent} for null. */
  double number(String name, double absent) throws IOException {
    return present(name) == null ? absent : number(name);
  }

  /** Returns a whole number from 0 on. */
  int count(String name) throws IOException {
    return whole(at(name), number(name));
  }

  private static int whole(String path, double value) throws IOException {
    if (!(value >= 0 && value == (int) value)) {
      throw wrong(path, "a whole number from 0 on", value);
    }
    return (int) value;
  }

  /** Returns whole numbers from 0 on. */
  List<Integer> counts(String name) throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (Object element : list(name)) {
      String place = at(name) + "[" + counts.size() + "]";
      counts.add(whole(place, cast(place, element, Number.class, "a number").doubleValue()));
    }
    return counts;
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  JsonObject object(String name) throws IOException {
    return new JsonObject(at(name), cast(at(name), present(name), Map.class, "an object"));
  }

  List<String> texts(String name) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Object element : list(name)) {
      texts.add(cast(at(name), element, String.class, "a list of texts"));
    }
    return texts;
  }

  @SuppressWarnings("unchecked") // the reader makes no other maps
  List<JsonObject> objects(String name) throws IOException {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : list(name)) {
      String place = at(name) + "[" + objects.size() + "]";
      objects.add(new JsonObject(place, cast(place, element, Map.class, "an object")));
    }
    return objects;
  }

  /** Returns all members, each of which must be a text. */
  Map<String, String> allTexts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : members.keySet()) {
      texts.put(name, text(name));
    }
    return texts;
  }

  private List<?> list(String name) throws IOException {
    return cast(at(name), present(name), List.class, "a list");
  }

  private Object present(String name) throws IOException {
    if (!members.containsKey(name)) {
      throw new IOException(at(name) + " is missing");
    }
    return members.get(name);
  }

  /** Returns the place of a member, for messages. */
  String at(String name) {
    return path + ": " + name;
  }

  private static <T> T cast(String path, Object value, Class<T> kind, String words)
      throws IOException {
    if (!kind.isInstance(value)) {
      throw wrong(path, words, value);
    }
    return kind.cast(value);
  }

  private static IOException wrong(String path, String words, Object value) {
    return new IOException(path + ": expected " + words + ", but found " + value);
  }
}
