package org.jansenrit.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program ran on. */
final class Machine {
  private Machine() {}

  /** Returns cores, system and, where it is known, the processor. */
  static String describe() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    String model = model(lines(Path.of("/proc/cpuinfo")));
    int cores = Runtime.getRuntime().availableProcessors();
    return cores
        + (cores == 1 ? " core, " : " cores, ")
        + system
        + (model.isEmpty() ? "" : ", " + model);
  }

  /** Returns the name of the processor in the lines of {@code /proc/cpuinfo}, or "". */
  static String model(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse("");
  }

  private static List<String> lines(Path path) {
    try {
      return Files.isReadable(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      return List.of(); // the name of the processor is worth no failed run
    }
  }
}
