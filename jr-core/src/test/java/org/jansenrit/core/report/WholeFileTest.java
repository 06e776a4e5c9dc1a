package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path directory;

  private String[] files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  @Test
  void replacesWhatWasThereAndLeavesNothingElse() throws IOException {
    Path target = directory.resolve("a.txt");
    WholeFile.write(target, "first, and long");
    WholeFile.write(target, "µV");
    assertEquals("µV", Files.readString(target));
    assertArrayEquals(new String[] {"a.txt"}, files());
  }

  @Test
  void missingDirectoryIsNamedAndNothingIsWritten() throws IOException {
    Path target = directory.resolve("none").resolve("a.txt");
    var e = assertThrows(UncheckedIOException.class, () -> WholeFile.write(target, "text"));
    assertTrue(e.getMessage().contains("cannot save " + target), e.getMessage());
    assertTrue(e.getMessage().contains("there is no directory " + target.getParent()));
    assertArrayEquals(new String[0], files());
  }

  /** A directory that is not empty cannot be replaced by a file. */
  @Test
  void failedMoveLeavesNoPart() throws IOException {
    Path target = Files.createDirectory(directory.resolve("a.txt"));
    Files.writeString(target.resolve("inside"), "kept");
    assertThrows(UncheckedIOException.class, () -> WholeFile.write(target, "text"));
    assertArrayEquals(new String[] {"a.txt"}, files());
    assertEquals("kept", Files.readString(target.resolve("inside")));
  }

  @Test
  void nameWithoutDirectoryIsInTheWorkingOne() throws IOException {
    Path target = Path.of("whole-file-test.txt");
    try {
      WholeFile.write(target, "text");
      assertEquals("text", Files.readString(target));
    } finally {
      Files.deleteIfExists(target);
    }
  }
}
