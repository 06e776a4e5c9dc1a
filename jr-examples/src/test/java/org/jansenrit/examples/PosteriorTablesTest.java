package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosteriorTablesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void thePageShowsTheFiguresOfTheLastRuns() throws IOException {
    String page = Files.readString(DOCS.resolve("posteriors.md"));
    assertEquals(
        PosteriorTables.written(DOCS),
        page,
        "run PosteriorTables, which writes docs/posteriors.md");
    assertTrue(page.contains("\n| slcp | 0."), "a table of the benchmark");
    assertTrue(page.contains("\n| erp | a_4 | 0."), "a table of the study");
  }

  @Test
  void otherResultsGiveAnotherPage(@TempDir Path dir) throws IOException {
    copy(dir, "posteriors.md", "", "");
    copy(dir, "results/SbiBenchmark.json", "", "");
    copy(dir, "results/JansenRitPosteriorStudy.json", "\"value\": 0.", "\"value\": 1.");
    copy(dir, "results/ErpRecoveryStudy.json", "", "");
    PosteriorTables.main(new String[] {"--docs=" + dir});
    List<String> before = Files.readAllLines(DOCS.resolve("posteriors.md"));
    List<String> after = Files.readAllLines(dir.resolve("posteriors.md"));
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      boolean study = before.get(i).matches("\\| (rest|erp) \\|.*");
      assertEquals(!study, before.get(i).equals(after.get(i)), before.get(i));
    }
  }

  private static void copy(Path dir, String name, String from, String to) throws IOException {
    Path target = dir.resolve(name);
    Files.createDirectories(target.getParent());
    Files.writeString(target, Files.readString(DOCS.resolve(name)).replace(from, to));
  }

  @Test
  void pageWithMoreOrFewerPlacesThanFiguresIsRefused() {
    String place = "<!-- figures -->\nold\n<!-- end of figures -->\n";
    String filled = place.replace("old", "new");
    assertEquals("a\n" + filled + "b\n", PageFigures.into("a\n" + place + "b\n", "new\n"));
    assertThrows(IllegalStateException.class, () -> PageFigures.into(place, "one\n", "two\n"));
    assertThrows(IllegalStateException.class, () -> PageFigures.into(place + place, "one\n"));
    assertThrows(IllegalStateException.class, () -> PageFigures.into("no place", "one\n"));
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
