package org.jansenrit.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells what a user can mend from what they cannot. */
final class Mistakes {
  private Mistakes() {}

  /** The library refuses by these what it is given; all else is a fault of its own. */
  static boolean isMistake(Exception e) {
    return e instanceof IllegalArgumentException
        || e instanceof IndexOutOfBoundsException
        || e instanceof IOException
        || e instanceof UncheckedIOException;
  }

  /** The JDK's messages of files are the bare path, or begin with the name of a class. */
  static String message(Exception e) {
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return what(file) + " " + file.getFile();
    }
    if (e instanceof UncheckedIOException wrapped
        && wrapped.getCause().toString().equals(e.getMessage())) {
      return message(wrapped.getCause());
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static String what(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission for";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "no folder, but a file, is";
    }
    return e.getClass().getSimpleName() + ":";
  }
}
