package org.jansenrit.examples;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a program: {@code --name=value} and {@code --flag}; blank values count as
 * absent.
 */
final class Arguments {
  private static final List<String> FLAGS = List.of("small", "report", "stress", "calibration");

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Parses {@code args}.
   *
   * @throws IllegalArgumentException if one is not among {@code known}, or has no value and needs
   *     one, as all do but flags
   */
  static Arguments parse(String[] args, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      if (!parts[0].startsWith("--") || !known.contains(parts[0].substring(2))) {
        throw new IllegalArgumentException(
            "unknown argument "
                + arg
                + "; there are "
                + known.stream().map(k -> "--" + k).toList());
      }
      String name = parts[0].substring(2);
      if (parts.length == 1 && !FLAGS.contains(name)) {
        throw new IllegalArgumentException("--" + name + " needs a value: --" + name + "=...");
      }
      values.put(name, parts.length == 1 ? "true" : parts[1].strip());
    }
    return new Arguments(values);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  boolean has(String name) {
    return get(name).map(value -> !value.equals("false")).orElse(false);
  }

  /** Returns a whole number that is at least {@code smallest}. */
  int count(String name, int otherwise, int smallest) {
    return (int) number(name, otherwise, smallest, Integer.MAX_VALUE);
  }

  /** Returns a whole number between {@code smallest} and {@code largest}. */
  long number(String name, long otherwise, long smallest, long largest) {
    String text = get(name).orElse(String.valueOf(otherwise));
    try {
      long value = Long.parseLong(text);
      if (value >= smallest && value <= largest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " is a whole number, but was " + text, e);
    }
    throw new IllegalArgumentException(
        "--" + name + " is between " + smallest + " and " + largest + ", but was " + text);
  }

  @Override
  public String toString() {
    return Arrays.toString(values.entrySet().toArray());
  }
}
