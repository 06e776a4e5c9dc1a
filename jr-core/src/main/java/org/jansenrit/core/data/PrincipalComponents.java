package org.jansenrit.core.data;

import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Mean and leading directions of some rows, from the smaller of X'X and X X'. */
final class PrincipalComponents {
  private final double[] mean;
  private final double[][] directions;

  private PrincipalComponents(double[] mean, double[][] directions) {
    this.mean = mean;
    this.directions = directions;
  }

  /**
   * Finds the {@code count} directions of largest variance.
   *
   * @param rows finite values; not changed
   * @throws IllegalArgumentException if the rows vary in fewer directions
   */
  static PrincipalComponents of(double[][] rows, int count) {
    int width = rows[0].length;
    if (count > Math.min(rows.length - 1, width)) {
      throw tooMany(count, rows.length, width, Math.min(rows.length - 1, width));
    }
    double[] mean = mean(rows);
    DMatrixRMaj x = centred(rows, mean);
    boolean primal = width <= rows.length;
    SortedEigen eigen = SortedEigen.of(products(x, primal));
    if (count > eigen.rank()) {
      throw tooMany(count, rows.length, width, eigen.rank());
    }
    double[][] directions = new double[count][];
    for (int k = 0; k < count; k++) {
      directions[k] = direction(x, eigen.vector(k), primal);
    }
    return new PrincipalComponents(mean, directions);
  }

  private static DMatrixRMaj products(DMatrixRMaj x, boolean primal) {
    int n = primal ? x.numCols : x.numRows;
    DMatrixRMaj products = new DMatrixRMaj(n, n);
    if (primal) {
      CommonOps_DDRM.multInner(x, products);
    } else {
      CommonOps_DDRM.multOuter(x, products);
    }
    return products;
  }

  private static IllegalArgumentException tooMany(int count, int n, int width, int most) {
    return new IllegalArgumentException(
        "cannot find "
            + Names.count(count, "principal component")
            + " of "
            + n
            + " simulations x "
            + width
            + " values: they vary in at most "
            + Names.count(most, "direction"));
  }

  private static double[] direction(DMatrixRMaj x, DMatrixRMaj eigenvector, boolean primal) {
    DMatrixRMaj v = eigenvector;
    if (!primal) {
      v = new DMatrixRMaj(x.numCols, 1);
      CommonOps_DDRM.multTransA(x, eigenvector, v);
    }
    double length = NormOps_DDRM.normF(v);
    double sign = CommonOps_DDRM.elementMax(v) >= -CommonOps_DDRM.elementMin(v) ? 1 : -1;
    CommonOps_DDRM.scale(sign / length, v);
    return v.data.clone();
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    return mean;
  }

  private static DMatrixRMaj centred(double[][] rows, double[] mean) {
    DMatrixRMaj x = new DMatrixRMaj(rows.length, mean.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        x.data[i * mean.length + j] = rows[i][j] - mean[j];
      }
    }
    return x;
  }

  /** Returns the coordinates of {@code row} along the directions. */
  double[] scores(double[] row) {
    double[] scores = new double[directions.length];
    for (int k = 0; k < scores.length; k++) {
      for (int j = 0; j < row.length; j++) {
        scores[k] += directions[k][j] * (row[j] - mean[j]);
      }
    }
    return scores;
  }

  /** Returns the number of directions. */
  int count() {
    return directions.length;
  }

  /** Adds mean and directions to {@code archive}. */
  Archive addTo(Archive archive) {
    double[] all = Arrays.stream(directions).flatMapToDouble(Arrays::stream).toArray();
    return archive.with("mean", mean, mean.length).with("directions", all, count(), mean.length);
  }

  /** Reads what {@link #addTo} added. */
  static PrincipalComponents read(Archive archive, int count, int width) throws IOException {
    double[] all = archive.doubles("directions", count, width);
    double[][] directions = new double[count][];
    Arrays.setAll(directions, k -> Arrays.copyOfRange(all, k * width, (k + 1) * width));
    return new PrincipalComponents(archive.doubles("mean", width), directions);
  }
}
