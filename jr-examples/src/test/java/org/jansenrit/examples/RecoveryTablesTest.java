package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTablesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void thePagesShowTheFiguresOfTheLastRun() throws IOException {
    for (String page : RecoveryTables.PAGES) {
      assertEquals(
          RecoveryTables.written(DOCS, page),
          Files.readString(DOCS.resolve(page)),
          "run RecoveryTables, which writes docs/" + page);
    }
  }

  @Test
  void otherResultsGiveOtherPages(@TempDir Path dir) throws IOException {
    for (String results : List.of("ErpRecoveryStudy", "Quickstart")) {
      Path copy = dir.resolve("results").resolve(results + ".json");
      Files.createDirectories(copy.getParent());
      String json = Files.readString(DOCS.resolve("results").resolve(results + ".json"));
      Files.writeString(copy, json.replace("\"value\": 0.8", "\"value\": 0.7"));
    }
    for (String page : RecoveryTables.PAGES) {
      String now = Files.readString(DOCS.resolve(page));
      Files.writeString(dir.resolve(page), now);
      assertNotEquals(now, RecoveryTables.written(dir, page));
    }
  }
}
