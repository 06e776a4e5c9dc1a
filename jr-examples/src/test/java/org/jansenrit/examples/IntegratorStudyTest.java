package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegratorStudyTest {
  @Test
  void smallRunWritesTableFigureAndPage(@TempDir Path out) throws IOException {
    IntegratorStudy.run(true, out);
    assertTrue(
        Files.readString(out.resolve("results.json")).contains("Strang splitting at 4.0 ms"));
    assertTrue(Files.readString(out.resolve("which-integrator.svg")).contains("y1 - y2 (mV)"));
    assertTrue(Files.size(out.resolve("which-integrator.html")) > 10_000);
  }
}
