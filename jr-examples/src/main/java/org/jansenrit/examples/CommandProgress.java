package org.jansenrit.examples;

import java.nio.file.Path;
import java.util.Arrays;
import org.jansenrit.core.simulate.Progress;
import picocli.CommandLine.Option;

/** What commands that take long have in common. */
final class CommandProgress {
  @Option(
      names = {"-q", "--quiet"},
      description = "Print results only, no progress.")
  private boolean quiet;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides all that is drawn; the same seed gives the same result. Default: 1.")
  private long seed;

  /** Results go to the standard output, progress to the other, so that pipes stay clean. */
  Progress progress() {
    return quiet ? Progress.silent() : Progress.auto(System.err);
  }

  long seed() {
    return seed;
  }

  /**
   * Refuses, before anything is computed, a file that cannot be written for want of a folder, or
   * whose name ends in nothing of {@code endings}.
   */
  static void requireNew(Path file, String... endings) {
    if (Arrays.stream(endings).noneMatch(file.toString()::endsWith)) {
      throw new IllegalArgumentException(
          "the name of the file to write ends in "
              + String.join(" or ", endings)
              + ", but was "
              + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !folder.toFile().isDirectory()) {
      throw new IllegalArgumentException(
          "there is no folder " + folder + " to write " + file.getFileName() + " to");
    }
  }
}
