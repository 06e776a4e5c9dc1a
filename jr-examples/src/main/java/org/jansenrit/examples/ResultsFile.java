package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a {@code results.json}, in its order.
 *
 * @param values by name
 */
record ResultsFile(Map<String, Double> values) {
  private static final Pattern FIGURE =
      Pattern.compile("\\{\"name\": \"([^\"]+)\", \"value\": ([^,}]+)");

  static ResultsFile read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  /** Returns the figures of a file's text. */
  static ResultsFile of(String json) {
    Map<String, Double> values = new LinkedHashMap<>();
    Matcher figures = FIGURE.matcher(json);
    while (figures.find()) {
      values.put(figures.group(1), Double.parseDouble(figures.group(2)));
    }
    return new ResultsFile(values);
  }

  Optional<Double> get(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
