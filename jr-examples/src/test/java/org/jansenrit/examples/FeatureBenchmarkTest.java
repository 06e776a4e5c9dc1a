package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureBenchmarkTest {
  @Test
  void smallRunWritesItsFigures(@TempDir Path out) throws IOException {
    var results = FeatureBenchmark.run(true, out);
    assertTrue(results.missed().isEmpty(), results.missed()::toString);
    assertTrue(Files.readString(out.resolve("results.json")).contains("PSD, 33 log bins/CPU time"));
  }
}
