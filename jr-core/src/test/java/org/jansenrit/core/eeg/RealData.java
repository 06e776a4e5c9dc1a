package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings, which are not part of the project; see the system property jr.data. */
final class RealData {
  private RealData() {}

  /** Returns a file, or ends the test: as failed in CI, as skipped elsewhere. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("jr.data", "../../shared/data")).resolve(name);
    if (!Files.exists(file)) {
      String reason = "real data not found: " + file + "; set the system property jr.data";
      return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
    return file;
  }
}
