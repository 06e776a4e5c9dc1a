package org.jansenrit.sbi;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A mixture of normals in one dimension. The arrays are never written to. */
final class MarginalMixture {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] weights;
  private final double[] means;
  private final double[] sds;

  MarginalMixture(double[] weights, double[] means, double[] sds) {
    this.weights = weights;
    this.means = means;
    this.sds = sds;
  }

  /** Returns the probability of at most {@code x}. */
  double cumulative(double x) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * NORMAL.cumulativeProbability((x - means[k]) / sds[k]);
    }
    return sum;
  }

  /** Returns the point below which a share {@code p} in (0, 1) lies, to the last digits. */
  double quantile(double p) {
    double z = NORMAL.inverseCumulativeProbability(p);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    // between the quantiles of the components lies that of the mixture
    for (int k = 0; k < weights.length; k++) {
      low = Math.min(low, means[k] + z * sds[k]);
      high = Math.max(high, means[k] + z * sds[k]);
    }
    return bisect(p, low, high);
  }

  private double bisect(double p, double low, double high) {
    double a = low;
    double b = high;
    double middle = 0.5 * (a + b);
    while (a < middle && middle < b) {
      if (cumulative(middle) < p) {
        a = middle;
      } else {
        b = middle;
      }
      middle = 0.5 * (a + b);
    }
    return middle;
  }
}
