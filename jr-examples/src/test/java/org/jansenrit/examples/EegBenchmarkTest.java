package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EegBenchmarkTest {
  /** The small run is too short for figures; it shows that all is measured, and cleaned up. */
  @Test
  void smallRunMeasuresAllAndLeavesItsFiguresOnly(@TempDir Path out) throws IOException {
    EegBenchmark.run(true, out);
    String json = Files.readString(out.resolve("results.json"));
    assertEquals(11, json.split("\"name\"", -1).length - 1);
    assertTrue(json.contains("\"BDF: all values/per CPU time\""), json);
    try (var files = Files.list(out)) {
      assertEquals(1, files.count());
    }
  }
}
