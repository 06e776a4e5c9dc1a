package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferenceBenchmarkTest {
  /** The small run is too short for its times to mean much. */
  @Test
  void smallRunWritesItsFigures(@TempDir Path out) throws IOException {
    InferenceBenchmark.run(true, out);
    String json = Files.readString(out.resolve("results.json"));
    for (String figure :
        new String[] {"training/MLP 64-128-128-9", "prediction/LSTM/one ERP", "memory/LSTM"}) {
      assertTrue(json.contains(figure), figure);
    }
  }
}
