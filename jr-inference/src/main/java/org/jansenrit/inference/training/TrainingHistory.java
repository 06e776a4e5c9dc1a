package org.jansenrit.inference.training;

import java.util.List;
import java.util.Locale;

/**
 * What happened while a network was trained.
 *
 * @param epochs one entry per pass over the training rows, in order
 * @param bestEpoch the epoch whose weights were kept, counted from 1
 * @param skippedSteps steps left out because loss or gradient were not finite
 * @param threads threads the engine computed with; another number gives other rounding
 */
public record TrainingHistory(List<Epoch> epochs, int bestEpoch, int skippedSteps, int threads) {

  /** Refuses a best epoch that is none of the epochs. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
    if (bestEpoch < 1 || bestEpoch > epochs.size()) {
      throw new IllegalArgumentException(
          "the best epoch must be one of 1.." + epochs.size() + ", but was " + bestEpoch);
    }
  }

  /**
   * One pass over the training rows.
   *
   * @param trainLoss mean loss over the training rows, each before the step it was part of
   * @param validationLoss mean loss over the validation rows after the pass, of the weights or of
   *     their average over the last epochs, whichever is lower
   * @param learningRate the learning rate of the last step
   */
  public record Epoch(double trainLoss, double validationLoss, double learningRate) {}

  /** Returns the epoch whose weights were kept. */
  public Epoch best() {
    return epochs.get(bestEpoch - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TrainingHistory[%d epochs, best %d: train loss %.4g, validation loss %.4g;"
            + " %d steps skipped, %d thread%s]",
        epochs.size(),
        bestEpoch,
        best().trainLoss(),
        best().validationLoss(),
        skippedSteps,
        threads,
        threads == 1 ? "" : "s");
  }
}
