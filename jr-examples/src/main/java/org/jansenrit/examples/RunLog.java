package org.jansenrit.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that a long program has found so far, one per line of a file, so that it can be stopped
 * and run again.
 */
final class RunLog {
  private final Path file;
  private final Map<String, Double> found = new LinkedHashMap<>();

  private RunLog(Path file) {
    this.file = file;
  }

  static RunLog open(Path file) throws IOException {
    RunLog log = new RunLog(file);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 2) { // the last line may have been cut off
          log.found.put(parts[0], Double.parseDouble(parts[1]));
        }
      }
    }
    return log;
  }

  boolean has(String name) {
    return found.containsKey(name);
  }

  double get(String name) {
    return found.get(name);
  }

  /** Returns the names of what was found, in order. */
  List<String> names() {
    return List.copyOf(found.keySet());
  }

  void put(String name, double value) throws IOException {
    found.put(name, value);
    Files.writeString(
        file,
        name + "\t" + value + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    System.out.println(name + " = " + value);
  }
}
