package org.jansenrit.inference;

import java.util.Arrays;

/**
 * Truths and estimates of one parameter. What is computed of them counts simulation i {@code
 * counts[i]} times, so that a bootstrap copies nothing.
 */
final class Pairs {
  /** Within so many standard deviations lie 90 % of a normal distribution. */
  private static final double NINETY = 1.6448536269514722;

  private final double[] truth;
  private final double[] estimate;
  private final double[] z;
  private final Ranking truthRanking;
  private final Ranking estimateRanking;

  /**
   * Pairs them.
   *
   * @param sd predicted standard deviations of the errors; null if there are none
   */
  Pairs(double[] truth, double[] estimate, double[] sd) {
    this.truth = truth;
    this.estimate = estimate;
    this.z = sd == null ? null : new double[truth.length];
    for (int i = 0; z != null && i < z.length; i++) {
      z[i] = (truth[i] - estimate[i]) / sd[i];
    }
    this.truthRanking = new Ranking(truth);
    this.estimateRanking = new Ranking(estimate);
  }

  int size() {
    return truth.length;
  }

  /** Returns counts that take each simulation once. */
  int[] once() {
    int[] counts = new int[truth.length];
    Arrays.fill(counts, 1);
    return counts;
  }

  /** Returns NaN if a column is constant. */
  double pearson(int... counts) {
    return Statistics.pearson(truth, estimate, counts);
  }

  double spearman(int... counts) {
    return Statistics.pearson(truthRanking.ranks(counts), estimateRanking.ranks(counts), counts);
  }

  double r2(int... counts) {
    return 1 - meanSquaredError(counts) / Statistics.variance(truth, counts);
  }

  double meanSquaredError(int... counts) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      double error = estimate[i] - truth[i];
      sum += counts[i] * error * error;
      count += counts[i];
    }
    return sum / count;
  }

  double bias(int... counts) {
    return Statistics.mean(estimate, counts) - Statistics.mean(truth, counts);
  }

  double z(int... counts) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * z[i] * z[i];
      count += counts[i];
    }
    return Math.sqrt(sum / count);
  }

  double coverage(int... counts) {
    long inside = 0;
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      inside += Math.abs(z[i]) <= NINETY ? counts[i] : 0;
      count += counts[i];
    }
    return (double) inside / count;
  }
}
