package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedPageTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void thePageShowsTheFiguresOfTheLastRun() throws IOException {
    String page = Files.readString(DOCS.resolve("speed.md"));
    assertEquals(SpeedPage.written(DOCS), page, "run SpeedPage, which writes docs/speed.md");
    assertTrue(page.contains("| Jansen-Rit, Euler-Maruyama | "));
  }

  @Test
  void anotherResultGivesAnotherPage(@TempDir Path dir) throws IOException {
    copy(dir, "speed.md", "", "");
    copy(dir, "results/EnginePeers.json", "", "");
    String benchmark = "results/EngineBenchmark.json";
    copy(dir, benchmark, "\"value\": 1", "\"value\": 2");
    assertTrue(!SpeedPage.written(dir).equals(Files.readString(DOCS.resolve("speed.md"))));
    copy(dir, benchmark, "\"value\"", "\"worth\"");
    assertThrows(IllegalStateException.class, () -> SpeedPage.written(dir));
  }

  private static void copy(Path dir, String name, String from, String to) throws IOException {
    Path target = dir.resolve(name);
    Files.createDirectories(target.getParent());
    Files.writeString(target, Files.readString(DOCS.resolve(name)).replace(from, to));
  }
}
