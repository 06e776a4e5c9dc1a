package org.jansenrit.sbi;

/**
 * Small dense matrices in flat arrays, row by row; of lower-triangular and symmetric ones only the
 * lower triangle is read and written.
 */
final class Triangular {
  private Triangular() {}

  /** Computes the lower triangle of {@code p = I + a'a} for lower-triangular {@code a}. */
  static void identityPlusGram(double[] a, double[] p, int d) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = i; k < d; k++) {
          sum += a[k * d + i] * a[k * d + j];
        }
        p[i * d + j] = sum;
      }
    }
  }

  /**
   * Computes the Cholesky factor of {@code p} in place and returns half the log determinant.
   *
   * @param floor a lower bound of all eigenvalues, and so of all pivots; rounding may go below it
   */
  static double cholesky(double[] p, int d, double floor) {
    double halfLogDet = 0;
    for (int j = 0; j < d; j++) {
      double pivot = Math.sqrt(Math.max(floor, p[j * d + j] - dot(p, j * d, p, j * d, j)));
      p[j * d + j] = pivot;
      halfLogDet += Math.log(pivot);
      for (int i = j + 1; i < d; i++) {
        p[i * d + j] = (p[i * d + j] - dot(p, i * d, p, j * d, j)) / pivot;
      }
    }
    return halfLogDet;
  }

  /** Computes the inverse of the lower-triangular {@code c}. */
  static void invert(double[] c, double[] inverse, int d) {
    for (int j = 0; j < d; j++) {
      inverse[j * d + j] = 1 / c[j * d + j];
      for (int i = j + 1; i < d; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum += c[i * d + k] * inverse[k * d + j];
        }
        inverse[i * d + j] = -sum / c[i * d + i];
      }
    }
  }

  /** Returns the inverse, all of it, of a positive definite matrix, which it overwrites. */
  static double[] inverse(double[] p, int d) {
    double[] lower = new double[d * d];
    double[] inverse = new double[d * d];
    cholesky(p, d, Double.MIN_NORMAL);
    invert(p, lower, d);
    gram(lower, inverse, d);
    return inverse;
  }

  /** Computes all of {@code s = b'b} for lower-triangular {@code b}. */
  static void gram(double[] b, double[] s, int d) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < d; k++) {
          sum += b[k * d + i] * b[k * d + j];
        }
        s[i * d + j] = sum;
        s[j * d + i] = sum;
      }
    }
  }

  /** Computes {@code out = a x} for lower-triangular {@code a}; {@code out} is not {@code x}. */
  static void multiply(double[] a, double[] x, double[] out, int d) {
    for (int i = 0; i < d; i++) {
      out[i] = dot(a, i * d, x, 0, i + 1);
    }
  }

  /** Solves {@code c y = x} in place for lower-triangular {@code c}. */
  static void solve(double[] c, double[] x, int d) {
    for (int i = 0; i < d; i++) {
      x[i] = (x[i] - dot(c, i * d, x, 0, i)) / c[i * d + i];
    }
  }

  /** Solves {@code c' y = x} in place for lower-triangular {@code c}. */
  static void solveTransposed(double[] c, double[] x, int d) {
    for (int i = d - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < d; k++) {
        sum -= c[k * d + i] * x[k];
      }
      x[i] = sum / c[i * d + i];
    }
  }

  /** Returns the sum of {@code n} products, from {@code i} and {@code j} on. */
  static double dot(double[] a, int i, double[] b, int j, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += a[i + k] * b[j + k];
    }
    return sum;
  }
}
