package org.jansenrit.inference;

import org.jansenrit.inference.training.Training;

/**
 * How the published networks were trained: Adam in batches of 32.
 *
 * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
 */
final class Published {
  private Published() {}

  /** Returns the published settings; the rate falls on a cosine here, where theirs was constant. */
  static Training training(int epochs, double learningRate) {
    return Training.standard()
        .epochs(epochs)
        .batchSize(32)
        .learningRate(learningRate)
        .weightDecay(0)
        .clip(Double.POSITIVE_INFINITY)
        .warmupSteps(0)
        .patience(epochs);
  }
}
