package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jansenrit.core.model.Parameter;

/** Square roots R of information matrices, R'R, and their spectra. */
final class Roots {
  private Roots() {}

  /** Returns the square, upper triangular root of J'J, which keeps small singular values. */
  static DMatrixRMaj of(DMatrixRMaj jacobian) {
    DMatrixRMaj tall = jacobian;
    if (jacobian.numRows < jacobian.numCols) {
      tall = new DMatrixRMaj(jacobian.numCols, jacobian.numCols);
      CommonOps_DDRM.insert(jacobian, tall, 0, 0);
    }
    var qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
    qr.decompose(tall.copy()); // false for a column of zeros, whose root is singular but right
    return qr.getR(null, true);
  }

  /** Returns the root of the sum of two informations. */
  static DMatrixRMaj stacked(DMatrixRMaj above, DMatrixRMaj below) {
    return of(CommonOps_DDRM.concatRowsMulti(above, below));
  }

  /** Returns {@code root} without all columns but {@code kept}. */
  static DMatrixRMaj columns(DMatrixRMaj root, int... kept) {
    DMatrixRMaj fewer = new DMatrixRMaj(root.numRows, kept.length);
    for (int j = 0; j < kept.length; j++) {
      for (int i = 0; i < root.numRows; i++) {
        fewer.set(i, j, root.get(i, kept[j]));
      }
    }
    return of(fewer);
  }

  static DMatrixRMaj scaled(DMatrixRMaj root, double factor) {
    DMatrixRMaj scaled = root.copy();
    CommonOps_DDRM.scale(factor, scaled);
    return scaled;
  }

  /**
   * Singular values in decreasing order, and the directions that belong to them.
   *
   * @param values the singular values
   * @param directions one column each
   */
  record Spectrum(DMatrixRMaj values, DMatrixRMaj directions) {
    double value(int k) {
      return values.get(k, k);
    }

    /** Returns the directions in words, in decreasing order. */
    List<Direction> directions(List<Parameter> parameters, Direction.Scale scale) {
      List<Direction> all = new ArrayList<>();
      for (int k = 0; k < parameters.size(); k++) {
        int column = k;
        List<Double> weights =
            IntStream.range(0, parameters.size()).mapToObj(j -> directions.get(j, column)).toList();
        all.add(new Direction(parameters, weights, value(k), scale));
      }
      return all;
    }
  }

  static Spectrum spectrum(DMatrixRMaj root) {
    var svd = DecompositionFactory_DDRM.svd(root.numRows, root.numCols, false, true, true);
    if (!svd.decompose(root.copy())) {
      throw new IllegalStateException("the information matrix has no spectrum");
    }
    DMatrixRMaj values = svd.getW(null);
    DMatrixRMaj directions = svd.getV(null, false);
    SingularOps_DDRM.descendingOrder(null, false, values, directions, false);
    return new Spectrum(values, directions);
  }
}
