package org.jansenrit.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What is thrown when a file cannot be read or written: which one, and why. */
public final class FileFailure {
  private FileFailure() {}

  /**
   * {@return the failure to read {@code file}}
   *
   * @param file what could not be read
   * @param cause whose message becomes part of this one's
   */
  public static UncheckedIOException loading(Path file, IOException cause) {
    return new UncheckedIOException("cannot load " + file + ": " + reason(cause), cause);
  }

  /**
   * {@return the failure to write {@code file}}
   *
   * @param file what could not be written
   * @param cause whose message becomes part of this one's
   */
  public static UncheckedIOException saving(Path file, IOException cause) {
    return new UncheckedIOException("cannot save " + file + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return "the thread is interrupted";
    }
    // what the file system throws says which file, but why only by its name
    boolean bare = cause instanceof FileSystemException || cause.getMessage() == null;
    return bare ? cause.toString() : cause.getMessage();
  }
}
