package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineBenchmarkTest {
  /** The small run is too short for figures; it shows that every variant runs and is reported. */
  @Test
  void smallRunReportsEveryVariant(@TempDir Path out) throws Exception {
    List<String> known = List.of("small", "out");
    EngineBenchmark.run(Arguments.parse(new String[] {"--small", "--out=" + out}, known));
    String json = Files.readString(out.resolve("results.json"));
    for (String figure :
        List.of(
            "eulerByKernels",
            "heunByDrift",
            "splitting",
            "gaussians",
            "two threads",
            "columnInOneLoop",
            "wilsonCowanByHeun",
            "exp against Math.exp",
            "100 of 61 s",
            "20, 64 channels to disk")) {
      assertTrue(json.contains("\"" + figure), figure);
    }
    // Linux tells what a process takes, which makes two more
    int figures = json.split("\"name\"", -1).length - 1;
    assertTrue(figures == 20 || figures == 22, figures + " figures");
  }
}
