package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Smooths the largest of importance weights: they are replaced by the expected order statistics of
 * the generalised Pareto law that is fitted to them.
 *
 * @see <a href="https://arxiv.org/abs/1507.02646">Vehtari et al. (2024)</a>
 * @see <a href="https://doi.org/10.1198/tech.2009.08017">Zhang &amp; Stephens (2009), the fit</a>
 */
final class ParetoSmoothing {
  private static final int FEWEST = 5;

  private final double k;
  private final double[] weights;

  private ParetoSmoothing(double k, double[] weights) {
    this.k = k;
    this.weights = weights;
  }

  /** Smooths the weights whose logarithms are given, and normalises them. */
  static ParetoSmoothing of(double... logWeights) {
    double top = Arrays.stream(logWeights).max().orElseThrow();
    double[] raw = Arrays.stream(logWeights).map(w -> Math.exp(w - top)).toArray();
    int n = raw.length;
    int tail = (int) Math.min(0.2 * n, 3 * Math.sqrt(n));
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> raw[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double k = tail < FEWEST ? Double.POSITIVE_INFINITY : smooth(raw, order, tail);
    double total = Arrays.stream(raw).sum();
    return new ParetoSmoothing(k, Arrays.stream(raw).map(w -> w / total).toArray());
  }

  private static double smooth(double[] weights, int[] order, int tail) {
    int n = weights.length;
    double cut = Math.max(weights[order[n - tail - 1]], Double.MIN_NORMAL);
    double[] excess = new double[tail];
    for (int i = 0; i < tail; i++) {
      excess[i] = weights[order[n - tail + i]] - cut;
    }
    if (!(excess[tail - 1] > 0)) {
      return Double.NEGATIVE_INFINITY; // all large weights are the same
    }
    Fit fit = Fit.of(excess);
    for (int i = 0; i < tail; i++) {
      double smoothed = cut + fit.quantile((i + 0.5) / tail);
      weights[order[n - tail + i]] = Math.min(1, smoothed);
    }
    return fit.k;
  }

  /** A generalised Pareto law of shape k and scale sigma. */
  private record Fit(double k, double sigma) {
    private static final double PRIOR = 3;
    private static final double PRIOR_WEIGHT = 10;

    /** Fits sorted values by the mean over a profile posterior; k is drawn to 0.5 weakly. */
    static Fit of(double[] sorted) {
      int n = sorted.length;
      int points = 30 + (int) Math.sqrt(n);
      double quartile = sorted[(int) (n / 4.0 + 0.5) - 1];
      double largest = sorted[n - 1];
      double[] b = new double[points];
      double[] log = new double[points];
      for (int i = 0; i < points; i++) {
        b[i] =
            1 / largest
                + (1 - Math.sqrt(points / (i + 0.5))) / (PRIOR * Math.max(quartile, 1e-300));
        double k = meanLog(sorted, b[i]);
        log[i] = n * (Math.log(-b[i] / k) - k - 1);
      }
      LogSum.softmax(log);
      double mean = IntStream.range(0, points).mapToDouble(i -> b[i] * log[i]).sum();
      double k = meanLog(sorted, mean);
      double sigma = -k / mean;
      return new Fit((n * k + PRIOR_WEIGHT * 0.5) / (n + PRIOR_WEIGHT), sigma);
    }

    private static double meanLog(double[] values, double b) {
      return Arrays.stream(values).map(x -> Math.log1p(-b * x)).average().orElseThrow();
    }

    double quantile(double p) {
      return Math.abs(k) < 1e-12
          ? -sigma * Math.log1p(-p)
          : sigma * Math.expm1(-k * Math.log1p(-p)) / k;
    }
  }

  /** Returns the shape of the tail: above 0.7 the weights cannot be trusted. */
  double k() {
    return k;
  }

  /** Returns the weights, which sum to 1; not to be written to. */
  double[] weights() {
    return weights;
  }

  /** Returns the number of equal weights that would be worth as much. */
  double effectiveSize() {
    return 1 / Arrays.stream(weights).map(w -> w * w).sum();
  }
}
