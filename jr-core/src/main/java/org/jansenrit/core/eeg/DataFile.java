package org.jansenrit.core.eeg;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * A file that is read in pieces, perhaps long after its header. Nothing stays open in between; a
 * file that was changed meanwhile is refused, since its values would not go with that header.
 */
final class DataFile {
  private final Path path;
  private final long size;
  private final FileTime modified;

  private DataFile(Path path, BasicFileAttributes attributes) {
    this.path = path;
    this.size = attributes.size();
    this.modified = attributes.lastModifiedTime();
  }

  /**
   * Finds a file.
   *
   * @param what what the file is, for messages: {@code "data file"}
   * @throws IOException if there is no such file, or it is empty
   */
  static DataFile of(Path path, String what) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(
          path.toString(), null, "there is no such " + what + "; was it renamed or moved?");
    }
    var file = new DataFile(path, attributes(path));
    if (file.size == 0) {
      throw new IOException(path + ", offset 0: the file is empty");
    }
    return file;
  }

  Path path() {
    return path;
  }

  long size() {
    return size;
  }

  /** Opens the file to read pieces of it. */
  Pieces open() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(
          path.toString(), null, "it is gone since it was opened; load() keeps values in memory");
    }
    BasicFileAttributes now = attributes(path);
    if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
      throw new IOException("the file was changed since it was opened; read it again");
    }
    return new Pieces(new RandomAccessFile(path.toFile(), "r"));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  /** The open file. */
  static final class Pieces implements Closeable {
    // not a channel, which an interrupted thread cannot read
    private final RandomAccessFile file;

    private Pieces(RandomAccessFile file) {
      this.file = file;
    }

    /** Reads {@code count} bytes from {@code position} on to the start of {@code target}. */
    void read(long position, byte[] target, int count) throws IOException {
      try {
        file.seek(position);
        file.readFully(target, 0, count);
      } catch (EOFException e) {
        throw new EOFException(
            "offset " + position + ": the file was cut while " + count + " bytes were read there");
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
