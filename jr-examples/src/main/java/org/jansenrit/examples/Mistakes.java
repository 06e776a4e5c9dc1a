package org.jansenrit.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  static String message(Exception e) {
    if (e instanceof NoSuchFileException missing && missing.getReason() == null) {
      return "there is no file " + e.getMessage();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
