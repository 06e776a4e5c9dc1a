package org.jansenrit.sbi;

import java.util.Arrays;

/** Sums of exponentials that neither overflow nor vanish. */
final class LogSum {
  private LogSum() {}

  /**
   * Returns log(sum(exp(x))) and replaces {@code x} by exp(x) / sum(exp(x)). If all are minus
   * infinity the result is that, and the shares are equal.
   */
  static double softmax(double[] x) {
    double top = max(x);
    if (top == Double.NEGATIVE_INFINITY) {
      Arrays.fill(x, 1.0 / x.length);
      return top;
    }
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.exp(x[k] - top);
      sum += x[k];
    }
    for (int k = 0; k < x.length; k++) {
      x[k] /= sum;
    }
    return top + Math.log(sum);
  }

  private static double max(double[] x) {
    double top = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      top = Math.max(top, value);
    }
    return top;
  }
}
