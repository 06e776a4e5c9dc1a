package org.jansenrit.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Means, spreads and correlations of columns of numbers. */
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

  static double rmse(double[] x, double[] y) {
    return Math.sqrt(squares(x, y) / x.length);
  }

  /** Returns the share of the variance of {@code truth} that {@code estimate} explains. */
  static double r2(double[] truth, double[] estimate) {
    double sd = sd(truth);
    return 1 - squares(truth, estimate) / (sd * sd * truth.length);
  }

  private static double squares(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> (x[i] - y[i]) * (x[i] - y[i])).sum();
  }

  /** Returns the linear correlation; NaN if a column is constant. */
  static double pearson(double[] x, double[] y) {
    double mx = mean(x);
    double my = mean(y);
    double sum = IntStream.range(0, x.length).mapToDouble(i -> (x[i] - mx) * (y[i] - my)).sum();
    return sum / x.length / (sd(x) * sd(y));
  }

  /** Returns the correlation of the ranks; NaN if a column is constant. */
  static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /** Returns ranks from 1; equal values share the mean of theirs. */
  static double[] ranks(double[] x) {
    int[] order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> x[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[x.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && x[order[to]] == x[order[from]]) {
        to++;
      }
      for (int k = from; k < to; k++) {
        ranks[order[k]] = (from + 1 + to) / 2.0;
      }
    }
    return ranks;
  }
}
