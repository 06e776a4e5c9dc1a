package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionStudyTest {
  /** The small run is too short for figures; a second one finds its simulations and searches. */
  @Test
  void smallRunWritesFiguresAndPageAndIsContinued(@TempDir Path out) throws IOException {
    DecisionStudy.run("--small", "--out=" + out);
    String first = Files.readString(out.resolve("results.json"));
    assertTrue(first.contains("15 %, 10,000 trials/R2/J_ll\", \"value\""), first);
    assertTrue(first.contains("six coherences, 1667 trials each/posterior sd over prior sd/beta"));
    String page = Files.readString(out.resolve("decision-study.html"));
    assertTrue(page.contains("Why J_ll and beta are hard to tell apart"));
    Path data = out.resolve("data").resolve("SIX");
    try (var files = Files.list(data)) {
      assertEquals(1, files.filter(f -> f.toString().endsWith(".npz")).count());
    }
    DecisionStudy.run("--small", "--out=" + out);
    assertEquals(first, Files.readString(out.resolve("results.json")));
  }

  @Test
  void wrongArgumentsAreRefusedBeforeAnythingRuns() {
    assertThrows(IllegalArgumentException.class, () -> DecisionStudy.run("--sets=10"));
    assertThrows(IllegalArgumentException.class, () -> DecisionStudy.run("--trials=10"));
  }
}
