package org.jansenrit.inference;

import java.util.Arrays;

/** Means, spreads and correlations, plain or with value i counting {@code counts[i]} times. */
final class Statistics {
  private Statistics() {}

  static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  /** Returns the root of the mean squared distance from the mean. */
  static double sd(double[] x) {
    double mean = mean(x);
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length);
  }

  static double mean(double[] x, int... counts) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < x.length; i++) {
      sum += counts[i] * x[i];
      count += counts[i];
    }
    return sum / count;
  }

  static double variance(double[] x, int... counts) {
    return covariance(x, x, counts);
  }

  static double covariance(double[] x, double[] y, int... counts) {
    double mx = mean(x, counts);
    double my = mean(y, counts);
    double sum = 0;
    long count = 0;
    for (int i = 0; i < x.length; i++) {
      sum += counts[i] * (x[i] - mx) * (y[i] - my);
      count += counts[i];
    }
    return sum / count;
  }

  /** Returns the linear correlation; NaN if a column is constant. */
  static double pearson(double[] x, double[] y, int... counts) {
    return covariance(x, y, counts) / Math.sqrt(variance(x, counts) * variance(y, counts));
  }
}
