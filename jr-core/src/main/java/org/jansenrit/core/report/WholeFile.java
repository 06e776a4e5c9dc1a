package org.jansenrit.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are written whole or not at all: first beside the target, then moved onto it. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path target, String text) {
    write(target, text.getBytes(UTF_8));
  }

  static void write(Path target, byte[] bytes) {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw failed(target, new IOException("there is no directory " + directory));
    }
    Path part = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      writeAndMove(part, target, bytes);
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  // not Files.createTempFile: its files can be read by their owner only
  private static void writeAndMove(Path part, Path target, byte[] bytes) throws IOException {
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static UncheckedIOException failed(Path target, IOException cause) {
    return new UncheckedIOException(
        new IOException("cannot save " + target + ": " + cause.getMessage(), cause));
  }
}
