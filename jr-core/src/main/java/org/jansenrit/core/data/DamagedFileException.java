package org.jansenrit.core.data;

import java.io.IOException;

/** A file that is not what was once written: cut short, overwritten, or never finished. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }
}
