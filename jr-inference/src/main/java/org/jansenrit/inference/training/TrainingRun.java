package org.jansenrit.inference.training;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jansenrit.core.simulate.Progress;

/**
 * How a training is run: what does not decide its result, but for the device. Set by the verbs of
 * {@link Training}.
 *
 * @param device what it computes on
 * @param progress hears of every epoch
 * @param checkpoints the directory in which it keeps what is needed to go on; none if it keeps
 *     nothing
 * @param pause the epoch after which it stops for now
 */
public record TrainingRun(Device device, Progress progress, Optional<Path> checkpoints, int pause) {

  /**
   * Checks that nothing is missing.
   *
   * @param device not null
   * @param progress not null
   * @param checkpoints not null; empty for none
   * @param pause at least 1; the largest int for none
   * @throws IllegalArgumentException if the pause is before the end of the first epoch
   */
  public TrainingRun {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(checkpoints, "checkpoints");
    if (pause < 1) {
      throw new IllegalArgumentException(
          "training can pause after an epoch from 1 on, but was to after " + pause);
    }
  }

  /** Returns a run on the processor that tells nobody, keeps nothing and does not pause. */
  static TrainingRun standard() {
    return new TrainingRun(Device.CPU, Progress.silent(), Optional.empty(), Integer.MAX_VALUE);
  }
}
