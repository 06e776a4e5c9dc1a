package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBenchmarkTest {
  /** The small run is too short for figures; it shows that every variant runs and is reported. */
  @Test
  void smallRunReportsEveryVariant(@TempDir Path out) throws Exception {
    List<String> known = List.of("small", "out");
    DecisionBenchmark.run(Arguments.parse(new String[] {"--small", "--out=" + out}, known));
    String json = Files.readString(out.resolve("results.json"));
    for (String figure : List.of("wongWang", "driftDiffusion", "scalarLoop")) {
      assertTrue(json.contains("\"" + figure + "\""), figure);
    }
    assertEquals(4, json.split("\"name\"", -1).length - 1);
  }
}
