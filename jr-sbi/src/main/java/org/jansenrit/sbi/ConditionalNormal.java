package org.jansenrit.sbi;

import java.util.Arrays;

/**
 * A normal whose last coordinates are known.
 *
 * @param rest the normal of the other coordinates
 * @param logDensity the log density of what is known
 */
record ConditionalNormal(NormalComponent rest, double logDensity) {

  /**
   * Conditions on the last coordinates. With the precision in blocks A, B, C the rest has precision
   * A and mean m - A^-1 B (last - m_last).
   */
  static ConditionalNormal of(NormalComponent all, double[] last) {
    int d = all.d;
    int r = d - last.length;
    double[] precision = all.precision();
    double[] block = new double[r * r];
    double[] pull = new double[r];
    for (int i = 0; i < r; i++) {
      System.arraycopy(precision, i * d, block, i * r, i + 1);
      for (int j = r; j < d; j++) {
        pull[i] -= precision[j * d + i] * (last[j - r] - all.mean[j]);
      }
    }
    double[] factor = block.clone();
    Triangular.cholesky(factor, r, Double.MIN_NORMAL);
    Triangular.solve(factor, pull, r);
    Triangular.solveTransposed(factor, pull, r);
    for (int i = 0; i < r; i++) {
      pull[i] += all.mean[i];
    }
    NormalComponent rest = NormalComponent.ofPrecision(pull, block, Double.MIN_NORMAL);
    double[] point = Arrays.copyOf(rest.mean, d);
    System.arraycopy(last, 0, point, r, last.length);
    // p(last) = p(rest, last) / p(rest | last) at any point
    return new ConditionalNormal(rest, all.logDensity(point) - rest.logDensity(rest.mean));
  }
}
