package org.jansenrit.sbi;

import java.util.Arrays;

/**
 * Lower-triangular matrices of many lanes at once: entry (i, j), j &lt;= i, of all lanes is the
 * array {@code at(i, j)}. Of symmetric ones only the lower triangle is kept. No method allocates
 * but {@link #triangle} and {@link #vector}.
 *
 * <p>All arithmetic is in loops over lanes of a single product, which the compiler vectorises.
 */
final class LaneMatrices {
  /** So many pivots, each up to 1e38, can be multiplied before their logarithm is taken. */
  private static final int PIVOTS_PER_LOG = 8;

  private LaneMatrices() {}

  /** Returns where entry (i, j), j &lt;= i, is. */
  static int at(int i, int j) {
    return i * (i + 1) / 2 + j;
  }

  static double[][] triangle(int d, int lanes) {
    return new double[at(d, 0)][lanes];
  }

  static double[][] vector(int d, int lanes) {
    return new double[d][lanes];
  }

  /** Computes {@code p = I + a'a}. */
  static void identityPlusGram(double[][] a, double[][] p, int d, int n) {
    gram(a, p, d, n);
    for (int i = 0; i < d; i++) {
      addTo(p[at(i, i)], 1, n);
    }
  }

  /** Computes {@code s = b'b}. */
  static void gram(double[][] b, double[][] s, int d, int n) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double[] sum = s[at(i, j)];
        multiply(b[at(i, i)], b[at(i, j)], sum, n);
        for (int k = i + 1; k < d; k++) {
          addProduct(b[at(k, i)], b[at(k, j)], sum, n);
        }
      }
    }
  }

  /**
   * Computes the Cholesky factor of {@code p} in place, and half the log determinant.
   *
   * @param floor a lower bound of all eigenvalues, and so of all pivots; rounding may go below it
   */
  static void cholesky(double[][] p, double floor, double[] halfLogDet, int d, int n) {
    Arrays.fill(halfLogDet, 0, n, 0);
    double[] product = new double[n];
    Arrays.fill(product, 1);
    for (int j = 0; j < d; j++) {
      double[] pivot = p[at(j, j)];
      subtractRows(p, j, j, n);
      root(pivot, floor, n);
      multiply(product, pivot, product, n);
      for (int i = j + 1; i < d; i++) {
        subtractRows(p, i, j, n);
        divide(p[at(i, j)], pivot, n);
      }
      if (j % PIVOTS_PER_LOG == PIVOTS_PER_LOG - 1 || j == d - 1) {
        addLog(product, halfLogDet, n);
      }
    }
  }

  private static void subtractRows(double[][] c, int i, int j, int n) {
    for (int k = 0; k < j; k++) {
      subtractProduct(c[at(i, k)], c[at(j, k)], c[at(i, j)], n);
    }
  }

  private static void root(double[] x, double floor, int n) {
    for (int l = 0; l < n; l++) {
      x[l] = Math.sqrt(Math.max(floor, x[l]));
    }
  }

  private static void addLog(double[] product, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] += Math.log(product[l]);
      product[l] = 1;
    }
  }

  /** Computes the inverse {@code b} of {@code c}. */
  static void invert(double[][] c, double[][] b, int d, int n) {
    for (int j = 0; j < d; j++) {
      Arrays.fill(b[at(j, j)], 0, n, 1);
      divide(b[at(j, j)], c[at(j, j)], n);
      for (int i = j + 1; i < d; i++) {
        double[] entry = b[at(i, j)];
        Arrays.fill(entry, 0, n, 0);
        for (int k = j; k < i; k++) {
          subtractProduct(c[at(i, k)], b[at(k, j)], entry, n);
        }
        divide(entry, c[at(i, i)], n);
      }
    }
  }

  /** Computes {@code out = a x}; {@code out} is not {@code x}. */
  static void multiply(double[][] a, double[][] x, double[][] out, int d, int n) {
    for (int i = 0; i < d; i++) {
      Arrays.fill(out[i], 0, n, 0);
      for (int j = 0; j <= i; j++) {
        addProduct(a[at(i, j)], x[j], out[i], n);
      }
    }
  }

  /** Adds {@code a' x} to {@code out}, which is not {@code x}. */
  static void addTransposed(double[][] a, double[][] x, double[][] out, int d, int n) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        addProduct(a[at(i, j)], x[i], out[j], n);
      }
    }
  }

  /** Solves {@code c y = x} in place. */
  static void solve(double[][] c, double[][] x, int d, int n) {
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        subtractProduct(c[at(i, j)], x[j], x[i], n);
      }
      divide(x[i], c[at(i, i)], n);
    }
  }

  /** Solves {@code c' y = x} in place. */
  static void solveTransposed(double[][] c, double[][] x, int d, int n) {
    for (int i = d - 1; i >= 0; i--) {
      for (int j = i + 1; j < d; j++) {
        subtractProduct(c[at(j, i)], x[j], x[i], n);
      }
      divide(x[i], c[at(i, i)], n);
    }
  }

  static void addTo(double[] x, double constant, int n) {
    for (int l = 0; l < n; l++) {
      x[l] += constant;
    }
  }

  static void negate(double[] x, int n) {
    for (int l = 0; l < n; l++) {
      x[l] = -x[l];
    }
  }

  static void add(double[] x, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] += x[l];
    }
  }

  static void subtract(double[] x, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] -= x[l];
    }
  }

  static void multiply(double[] x, double[] y, double[] out, int n) {
    for (int l = 0; l < n; l++) {
      out[l] = x[l] * y[l];
    }
  }

  static void divide(double[] x, double[] by, int n) {
    for (int l = 0; l < n; l++) {
      x[l] /= by[l];
    }
  }

  static void addProduct(double[] x, double[] y, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] += x[l] * y[l];
    }
  }

  static void subtractProduct(double[] x, double[] y, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] -= x[l] * y[l];
    }
  }
}
