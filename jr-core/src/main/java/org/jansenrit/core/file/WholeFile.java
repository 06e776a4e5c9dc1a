package org.jansenrit.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that are written whole or not at all: first beside the target, then moved onto it. */
public final class WholeFile {
  private WholeFile() {}

  /** What is in a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes the whole content.
     *
     * @param out the file; closed by who called this
     * @throws IOException if {@code out} cannot be written to, or the content not be made
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code target}, replacing what was there.
   *
   * @param target in a directory that is there
   * @param content writes what is to be in it; called once
   * @throws UncheckedIOException if that fails, with {@code target} as it was
   */
  public static void write(Path target, Content content) {
    write(Map.of(target, content));
  }

  /**
   * Writes a text in UTF-8.
   *
   * @param target in a directory that is there
   * @param text the whole content, with its line breaks
   * @throws UncheckedIOException if that fails, with {@code target} as it was
   */
  public static void write(Path target, String text) {
    write(target, out -> out.write(text.getBytes(UTF_8)));
  }

  /**
   * Writes files that belong together. All are written beside their places before the first is
   * moved; the last, which should be the one that names the others, is moved last, and what was
   * there is removed before, so that it never names files of two kinds.
   *
   * @param files at least one, in the order in which they are moved
   * @throws UncheckedIOException if that fails; before the first move, all are as they were
   */
  public static void write(Map<Path, Content> files) {
    Map<Path, Path> parts = new LinkedHashMap<>(); // from parts to targets
    try {
      for (var file : files.entrySet()) {
        Path part = part(file.getKey());
        parts.put(part, file.getKey());
        write(file.getKey(), part, file.getValue());
      }
      move(parts);
    } finally {
      parts.keySet().forEach(part -> part.toFile().delete());
    }
  }

  private static Path part(Path target) {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw FileFailure.saving(target, new IOException("there is no directory " + directory));
    }
    // not Files.createTempFile, whose files can be read by their owner only
    return directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  private static void write(Path target, Path part, Content content) {
    // not a channel, which an interrupted thread cannot write to
    try (var out = new FileOutputStream(part.toFile())) {
      content.writeTo(out);
      out.getFD().sync(); // before the name: a crash must not leave the name without the bytes
    } catch (IOException e) {
      throw FileFailure.saving(target, e);
    }
  }

  private static void move(Map<Path, Path> parts) {
    List<Path> targets = List.copyOf(parts.values());
    Path current = targets.get(targets.size() - 1);
    try {
      if (targets.size() > 1) {
        Files.deleteIfExists(current);
      }
      for (var part : parts.entrySet()) {
        current = part.getValue();
        Files.move(
            part.getKey(),
            current,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw FileFailure.saving(current, e);
    }
  }
}
