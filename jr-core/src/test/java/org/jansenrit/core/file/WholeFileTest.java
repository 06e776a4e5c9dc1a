package org.jansenrit.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path directory;

  private String[] files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  private static String failure(Path target, WholeFile.Content content) {
    return assertThrows(UncheckedIOException.class, () -> WholeFile.write(target, content))
        .getMessage();
  }

  @Test
  void aDiskThatIsFullHalfWayLeavesTheOldFile() throws IOException {
    Path target = Files.writeString(directory.resolve("a"), "old");
    String message =
        failure(
            target,
            out -> {
              out.write(new byte[100_000]);
              throw new IOException("No space left on device");
            });
    assertEquals("cannot save " + target + ": No space left on device", message);
    assertEquals("old", Files.readString(target));
    assertArrayEquals(new String[] {"a"}, files());
  }

  /** A failure of the program, not of the disk, is not hidden, and leaves nothing either. */
  @Test
  void anErrorWhileWritingLeavesTheOldFile() throws IOException {
    Path target = Files.writeString(directory.resolve("a"), "old");
    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                target,
                out -> {
                  throw new IllegalStateException();
                }));
    assertEquals("old", Files.readString(target));
    assertArrayEquals(new String[] {"a"}, files());
  }

  @Test
  void aMissingDirectoryIsNamed() throws IOException {
    Path target = directory.resolve("none").resolve("a");
    String message = failure(target, out -> out.write(1));
    assertEquals(
        "cannot save " + target + ": there is no directory " + target.getParent(), message);
    assertArrayEquals(new String[0], files());
  }

  /** A directory that is not empty cannot be replaced by a file. */
  @Test
  void aFailedMoveLeavesNoPart() throws IOException {
    Path target = Files.createDirectory(directory.resolve("a"));
    Files.writeString(target.resolve("inside"), "kept");
    assertTrue(failure(target, out -> out.write(1)).startsWith("cannot save " + target));
    assertArrayEquals(new String[] {"a"}, files());
  }

  @Test
  void anInterruptedThreadStillFinishesItsFile() throws IOException {
    Path target = directory.resolve("a");
    Thread.currentThread().interrupt();
    WholeFile.write(target, out -> out.write(new byte[100_000]));
    assertTrue(Thread.interrupted());
    assertEquals(100_000, Files.size(target));
  }

  @Test
  void replacesWhatWasThereAndLeavesNothingElse() throws IOException {
    Path target = directory.resolve("a");
    WholeFile.write(target, "first, and long");
    WholeFile.write(target, "µV");
    assertEquals("µV", Files.readString(target));
    assertArrayEquals(new String[] {"a"}, files());
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

  /** The last names the others: it must not be there beside files that it was not written with. */
  @Test
  void filesThatBelongTogetherAreMovedOnceAllAreWritten() throws IOException {
    Path data = directory.resolve("a.data");
    Path header = directory.resolve("a.header");
    Map<Path, WholeFile.Content> files = new LinkedHashMap<>();
    files.put(data, out -> out.write("data 1".getBytes(UTF_8)));
    files.put(header, out -> out.write("header 1".getBytes(UTF_8)));
    WholeFile.write(files);
    files.put(data, out -> out.write("data 2".getBytes(UTF_8)));
    files.put(
        header,
        out -> {
          throw new IOException("No space left on device");
        });
    var e = assertThrows(UncheckedIOException.class, () -> WholeFile.write(files));
    assertEquals("cannot save " + header + ": No space left on device", e.getMessage());
    assertEquals("data 1", Files.readString(data));
    assertEquals("header 1", Files.readString(header));
    assertArrayEquals(new String[] {"a.data", "a.header"}, files());
  }

  /** The data cannot be moved onto a directory; the old header must not stay behind. */
  @Test
  void aMoveThatFailsLeavesNoHeaderOfOtherData() throws IOException {
    Path data = Files.createDirectory(directory.resolve("a.data"));
    Files.writeString(data.resolve("inside"), "kept");
    Path header = Files.writeString(directory.resolve("a.header"), "old");
    Map<Path, WholeFile.Content> files = new LinkedHashMap<>();
    files.put(data, out -> out.write(1));
    files.put(header, out -> out.write(2));
    var e = assertThrows(UncheckedIOException.class, () -> WholeFile.write(files));
    assertTrue(e.getMessage().startsWith("cannot save " + data), e.getMessage());
    assertArrayEquals(new String[] {"a.data"}, files());
  }
}
