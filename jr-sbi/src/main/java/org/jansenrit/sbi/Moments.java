package org.jansenrit.sbi;

import java.util.Arrays;
import org.jansenrit.core.data.ParameterTable;

/** Mean and covariance of rows of equal weight. */
final class Moments {
  private final double[] mean;
  private final double[] covariance;

  private Moments(double[] mean, double[] covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  static Moments of(ParameterTable table) {
    double[][] rows = new double[table.size()][];
    Arrays.setAll(rows, table::row);
    return of(rows);
  }

  static Moments of(double[][] rows) {
    double[] mean = meanOf(rows);
    double[] sums = new double[mean.length * mean.length];
    double[] centred = new double[mean.length];
    for (double[] row : rows) {
      Arrays.setAll(centred, j -> row[j] - mean[j]);
      addSquare(centred, sums);
    }
    Arrays.setAll(sums, i -> sums[i] / rows.length);
    return new Moments(mean, sums);
  }

  private static double[] meanOf(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      Arrays.setAll(mean, j -> mean[j] + row[j]);
    }
    Arrays.setAll(mean, j -> mean[j] / rows.length);
    return mean;
  }

  private static void addSquare(double[] x, double[] sums) {
    int d = x.length;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        sums[i * d + j] += x[i] * x[j];
      }
    }
  }

  /** Returns the mean; not to be written to. */
  double[] mean() {
    return mean;
  }

  /** Returns the covariance row by row, as a fresh array. */
  double[] covariance() {
    return covariance.clone();
  }

  /** Returns the covariance as a fresh square. */
  double[][] square() {
    int d = mean.length;
    double[][] square = new double[d][];
    Arrays.setAll(square, i -> Arrays.copyOfRange(covariance, i * d, (i + 1) * d));
    return square;
  }

  /**
   * Moves and stretches {@code rows} in place so that their mean and covariance are exactly those
   * given.
   */
  static void match(double[][] rows, double[] mean, double[] covariance) {
    int d = mean.length;
    Moments now = of(rows);
    double[] from = now.covariance();
    double[] to = covariance.clone();
    Triangular.cholesky(from, d, Double.MIN_NORMAL);
    Triangular.cholesky(to, d, Double.MIN_NORMAL);
    double[] centred = new double[d];
    for (double[] row : rows) {
      Arrays.setAll(centred, j -> row[j] - now.mean[j]);
      Triangular.solve(from, centred, d);
      Triangular.multiply(to, centred, row, d);
      Arrays.setAll(row, j -> row[j] + mean[j]);
    }
  }
}
