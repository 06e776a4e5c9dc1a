package org.jansenrit.core.analysis;

/**
 * The variance of a value, and the parts of it: per parameter first what it explains alone, then
 * what it takes part in, by the formulas of Saltelli and of Jansen.
 */
final class SobolParts {
  private final double[] parts;
  private double variance;

  SobolParts(int parameters) {
    this.parts = new double[2 * parameters];
  }

  /** Adds those that follow from the sums over {@code blocks} blocks. */
  void add(double[] sums, double blocks) {
    double mean = sums[0] / (2 * blocks);
    variance += Math.max(0, sums[1] / (2 * blocks) - mean * mean);
    int d = parts.length / 2;
    for (int j = 0; j < d; j++) {
      parts[j] += sums[2 + j] / blocks;
      parts[d + j] += sums[2 + d + j] / (2 * blocks);
    }
  }

  double variance() {
    return variance;
  }

  /** Returns a part over the variance: NaN if there is none. */
  double share(int part) {
    return parts[part] / variance;
  }
}
