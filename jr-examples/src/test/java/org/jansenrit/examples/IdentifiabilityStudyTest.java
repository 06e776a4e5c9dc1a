package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifiabilityStudyTest {
  @Test
  void smallRunReachesItsFiguresAndWritesItsPage(@TempDir Path out) throws IOException {
    var results = IdentifiabilityStudy.run(true, out);
    assertEquals(List.of(), results.missed());
    String page = Files.readString(out.resolve("identifiability.html"));
    assertTrue(page.contains("What is physics"));
    assertTrue(page.contains("a_1, a_2, a_3, a_4 up with C down by the same factor"));
    assertTrue(Files.readString(out.resolve("results.json")).contains("Lyapunov"));
  }
}
