package org.jansenrit.core.analysis;

/**
 * The derivative from central differences at steps that halve, extrapolated to zero: the entry of
 * the tableau that differs least from its neighbours, and by how much.
 *
 * @see <a href="https://doi.org/10.1016/S0141-1195(82)80057-0">Ridders (1982)</a>
 */
final class Extrapolation {
  private final double[] derivative;
  private final double error;

  private Extrapolation(double[] derivative, double error) {
    this.derivative = derivative;
    this.error = error;
  }

  /** Returns the derivative. */
  double[] derivative() {
    return derivative;
  }

  /** Returns the norm of its error, estimated. */
  double error() {
    return error;
  }

  /**
   * Extrapolates.
   *
   * @param differences {@code [level][value]}, at steps each half of the one before; at least two
   */
  static Extrapolation of(double[][] differences) {
    double[][] before = {differences[0]};
    Extrapolation best = new Extrapolation(differences[0], Double.POSITIVE_INFINITY);
    for (int level = 1; level < differences.length; level++) {
      double[][] row = new double[level + 1][];
      row[0] = differences[level];
      double factor = 1;
      for (int m = 1; m <= level; m++) {
        factor *= 4;
        row[m] = combined(row[m - 1], before[m - 1], factor);
        double error = Math.max(distance(row[m], row[m - 1]), distance(row[m], before[m - 1]));
        if (error < best.error) {
          best = new Extrapolation(row[m], error);
        }
      }
      before = row;
    }
    return best;
  }

  private static double[] combined(double[] fine, double[] coarse, double factor) {
    double[] sum = new double[fine.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = fine[k] + (fine[k] - coarse[k]) / (factor - 1);
    }
    return sum;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum);
  }
}
