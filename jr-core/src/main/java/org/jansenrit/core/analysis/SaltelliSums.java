package org.jansenrit.core.analysis;

/**
 * The sums over some blocks of simulations from which Sobol's indices follow, for each value of an
 * observation: {@code [1 + 1 + d + d][value]} of values, their squares, and what each parameter
 * explains, alone and in all.
 */
final class SaltelliSums {
  private final int parameters;
  private final double[][] sums;
  private int blocks;

  SaltelliSums(int parameters, int values) {
    this.parameters = parameters;
    this.sums = new double[2 + 2 * parameters][values];
  }

  /**
   * Adds one block.
   *
   * @param rows d + 2 rows: A, B, and A with one coordinate of B
   * @param center what is subtracted from each value, so that rounding does not matter
   */
  void add(float[][] rows, double[] center) {
    blocks++;
    for (int k = 0; k < center.length; k++) {
      double a = rows[0][k] - center[k];
      double b = rows[1][k] - center[k];
      sums[0][k] += a + b;
      sums[1][k] += a * a + b * b;
      for (int j = 0; j < parameters; j++) {
        double mixed = rows[2 + j][k] - center[k];
        sums[2 + j][k] += b * (mixed - a);
        sums[2 + parameters + j][k] += (a - mixed) * (a - mixed);
      }
    }
  }

  int blocks() {
    return blocks;
  }

  /** Returns the sums of value {@code k}. */
  double[] of(int k) {
    double[] of = new double[sums.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = sums[i][k];
    }
    return of;
  }
}
