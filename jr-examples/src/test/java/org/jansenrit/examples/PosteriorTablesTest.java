package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTablesTest {
  private static final Path ROOT = Path.of("..");

  private static ResultsFile results(String program) throws IOException {
    return ResultsFile.read(ROOT.resolve(PosteriorTables.RESULTS).resolve(program + ".json"));
  }

  private static void assertOnPage(List<String> lines) throws IOException {
    List<String> page = Files.readAllLines(ROOT.resolve("docs").resolve("posteriors.md"));
    assertTrue(lines.size() > 2, lines::toString);
    for (String line : lines) {
      assertTrue(page.contains(line), () -> "docs/posteriors.md has no line\n" + line);
    }
  }

  @Test
  void tableOfTheBenchmarkIsThatOfItsResults() throws IOException {
    assertOnPage(PosteriorTables.benchmark(results("SbiBenchmark")));
  }

  @Test
  void tablesOfTheStudyAreThoseOfItsResults() throws IOException {
    assertOnPage(PosteriorTables.study(results("JansenRitPosteriorStudy")));
  }

  @Test
  void figuresAreReadInOrder() throws IOException {
    Path file = Files.createTempFile("results", ".json");
    Files.writeString(
        file,
        "{\"figures\": [{\"name\": \"a/b\", \"value\": 0.5, \"unit\": \"1\"},\n"
            + "{\"name\": \"c\", \"value\": -1e-3}]}");
    ResultsFile read = ResultsFile.read(file);
    Files.delete(file);
    assertEquals(List.of("a/b", "c"), List.copyOf(read.values().keySet()));
    assertEquals(-1e-3, read.get("c").orElseThrow());
  }
}
