package org.jansenrit.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that are written whole or not at all: first beside the target, then moved onto it. */
public final class WholeFile {
  private WholeFile() {}

  /** What is in a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code target}, replacing what was there.
   *
   * @throws UncheckedIOException if that fails, with {@code target} as it was
   */
  public static void write(Path target, Content content) {
    Path directory = target.toAbsolutePath().getParent();
    try {
      if (directory == null || !Files.isDirectory(directory)) {
        throw new IOException("there is no directory " + directory);
      }
      String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".part";
      writeAndMove(directory.resolve(name), target, content);
    } catch (IOException e) {
      throw FileFailure.saving(target, e);
    }
  }

  /**
   * Writes a text in UTF-8.
   *
   * @throws UncheckedIOException if that fails, with {@code target} as it was
   */
  public static void write(Path target, String text) {
    write(target, out -> out.write(text.getBytes(UTF_8)));
  }

  // not Files.createTempFile, whose files can be read by their owner only
  private static void writeAndMove(Path part, Path target, Content content) throws IOException {
    try {
      // not a channel, which an interrupted thread cannot write to
      try (var out = new FileOutputStream(part.toFile())) {
        content.writeTo(out);
        out.getFD().sync(); // before the name: a crash must not leave the name without the bytes
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
