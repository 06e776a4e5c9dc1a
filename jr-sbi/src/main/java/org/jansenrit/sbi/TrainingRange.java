package org.jansenrit.sbi;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.inference.training.Inputs;

/**
 * How far scaled inputs went in training: where an observation is much further out, what a network
 * says of it is worth nothing.
 *
 * @param largest the largest value of any row, either sign
 * @param meanSquare the largest mean square of a row
 */
record TrainingRange(double largest, double meanSquare) {
  /** An observation so many times as far out as any simulation is called far. */
  private static final double MUCH = 1.5;

  static TrainingRange of(Inputs inputs, int[] rows) {
    double largest = 0;
    double meanSquare = 0;
    for (int row : rows) {
      TrainingRange one = of(inputs, row);
      largest = Math.max(largest, one.largest);
      meanSquare = Math.max(meanSquare, one.meanSquare);
    }
    return new TrainingRange(largest, meanSquare);
  }

  private static TrainingRange of(Inputs inputs, int row) {
    float[] values = new float[inputs.width()];
    inputs.copyTo(row, values, 0);
    double largest = 0;
    double squares = 0;
    for (float v : values) {
      largest = Math.max(largest, Math.abs(v));
      squares += (double) v * v;
    }
    return new TrainingRange(largest, squares / values.length);
  }

  /** Says so if a row is far outside; nothing otherwise. */
  Optional<String> caution(Inputs inputs, int row) {
    TrainingRange one = of(inputs, row);
    if (one.largest <= MUCH * largest && one.meanSquare <= MUCH * MUCH * meanSquare) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "MISSPECIFIED: the observation is far outside the simulations (%.3g standard deviations"
                + " from their mean, where the furthest of them is at %.3g); this posterior cannot"
                + " be trusted",
            one.largest,
            largest));
  }

  Archive toArchive() {
    return Archive.of("training range").with("largest", largest).with("mean square", meanSquare);
  }

  static TrainingRange of(Archive archive) throws IOException {
    archive.requireKind("training range");
    return new TrainingRange(archive.number("largest"), archive.number("mean square"));
  }
}
