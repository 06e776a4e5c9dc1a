package org.jansenrit.core.eeg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Lower triangular matrices, row by row, each row as long as it has entries. */
final class Triangle {
  private Triangle() {}

  /** Returns the Cholesky factor of {@code matrix}; null if it is not positive definite. */
  static double[][] of(DMatrixRMaj matrix) {
    var cholesky = DecompositionFactory_DDRM.chol(matrix.numRows, true);
    if (!cholesky.decompose(matrix.copy())) {
      return null;
    }
    DMatrixRMaj lower = cholesky.getT(null);
    double[][] rows = new double[lower.numRows][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        rows[i][j] = lower.get(i, j);
      }
    }
    return rows;
  }

  /** Returns {@code triangle * x}, in place of {@code x}. */
  static double[][] times(double[][] triangle, double[][] x) {
    for (int i = x.length - 1; i >= 0; i--) {
      double[] row = triangle[i];
      double[] out = x[i];
      scale(row[i], out);
      for (int j = 0; j < i; j++) {
        add(row[j], x[j], out);
      }
    }
    return x;
  }

  /** Returns {@code x * triangle'}: each row of {@code x} multiplied by the triangle, in place. */
  static double[][] mix(double[][] triangle, double[][] x) {
    double[] sum = new double[triangle.length];
    for (double[] row : x) {
      for (int c = 0; c < sum.length; c++) {
        double total = 0;
        for (int d = 0; d <= c; d++) {
          total = Math.fma(triangle[c][d], row[d], total);
        }
        sum[c] = total;
      }
      System.arraycopy(sum, 0, row, 0, sum.length);
    }
    return x;
  }

  private static void scale(double factor, double[] x) {
    for (int c = 0; c < x.length; c++) {
      x[c] *= factor;
    }
  }

  private static void add(double factor, double[] x, double[] to) {
    for (int c = 0; c < to.length; c++) {
      to[c] = Math.fma(factor, x[c], to[c]);
    }
  }
}
