package org.jansenrit.examples;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The classifier of the public benchmark, to compare with its figures: two hidden layers of ReLU
 * units, Adam at a fixed rate of 0.001 in batches of 200, until the training loss has not fallen by
 * 0.0001 for ten epochs. It overfits, and so sees less than {@code C2st} does.
 *
 * <p>Written after scikit-learn's MLPClassifier, whose defaults those are; in 32-bit floats over
 * contiguous rows, so that all inner loops vectorise.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
final class PublishedClassifier {
  private static final int BATCH = 200;
  private static final int LONGEST = 1000;
  private static final double TOLERANCE = 1e-4;
  private static final int PATIENCE = 10;

  private final UniformRandomProvider random;
  private final DenseLayer[] layers;

  private PublishedClassifier(int inputs, int hidden, long seed) {
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    this.layers =
        new DenseLayer[] {
          new DenseLayer(inputs, hidden, random),
          new DenseLayer(hidden, hidden, random),
          new DenseLayer(hidden, 1, random)
        };
  }

  /** Learns to tell rows with label 1 from rows with label 0. */
  static PublishedClassifier fit(float[][] rows, float[] labels, int hidden, long seed) {
    PublishedClassifier classifier = new PublishedClassifier(rows[0].length, hidden, seed);
    double best = Double.POSITIVE_INFINITY;
    int worse = 0;
    for (int epoch = 0; epoch < LONGEST && worse <= PATIENCE; epoch++) {
      double loss = classifier.epoch(rows, labels);
      worse = loss > best - TOLERANCE ? worse + 1 : 0;
      best = Math.min(best, loss);
    }
    return classifier;
  }

  private double epoch(float[][] rows, float[] labels) {
    int[] order = PermutationSampler.natural(rows.length);
    PermutationSampler.shuffle(random, order);
    double sum = 0;
    for (int from = 0; from < order.length; from += BATCH) {
      sum += step(rows, labels, order, from, Math.min(order.length, from + BATCH));
    }
    return sum / rows.length;
  }

  private double step(float[][] rows, float[] labels, int[] order, int from, int to) {
    float[][] x = new float[to - from][];
    float[][] pull = new float[to - from][1];
    for (int b = 0; b < x.length; b++) {
      x[b] = rows[order[from + b]];
    }
    float[][] first = layers[0].forward(x, true);
    float[][] second = layers[1].forward(first, true);
    float[][] odds = layers[2].forward(second, false);
    double loss = 0;
    for (int b = 0; b < x.length; b++) {
      double p = 1 / (1 + Math.exp(-odds[b][0]));
      float label = labels[order[from + b]];
      loss -= Math.log(Math.max(1e-10, label > 0 ? p : 1 - p));
      pull[b][0] = (float) (p - label) / x.length;
    }
    float[][] toSecond = layers[2].backward(second, pull);
    float[][] toFirst = layers[1].backward(first, DenseLayer.whereActive(second, toSecond));
    layers[0].backward(x, DenseLayer.whereActive(first, toFirst));
    return loss;
  }

  /** Returns the share of rows whose label is found. */
  double accuracy(float[][] rows, float[] labels) {
    float[][] odds =
        layers[2].forward(layers[1].forward(layers[0].forward(rows, true), true), false);
    int right = 0;
    for (int i = 0; i < rows.length; i++) {
      right += odds[i][0] > 0 == labels[i] > 0 ? 1 : 0;
    }
    return right / (double) rows.length;
  }
}
