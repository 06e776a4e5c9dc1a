package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The basis of a space in which as few parameters as possible take part in each direction: of
 * directions that are all determined equally badly, any mixture is as good, and these can be read.
 */
final class NullSpace {
  private static final int TRIES = 5_000;
  private static final double ZERO = 1e-3;
  private static final double REGULAR = 1e-3;

  private final DMatrixRMaj space;
  private DMatrixRMaj best;
  private int fewest = Integer.MAX_VALUE;
  private int tries;

  private NullSpace(DMatrixRMaj space) {
    this.space = space;
  }

  /** Returns unit vectors that span the columns of {@code space}, which are orthonormal. */
  static List<double[]> readable(DMatrixRMaj space) {
    NullSpace search = new NullSpace(space);
    search.best = space;
    search.choose(new int[space.numCols], 0, 0);
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < space.numCols; j++) {
      basis.add(unit(search.best, j));
    }
    return basis;
  }

  /** Tries every choice of rows in which the basis is to be the unit matrix. */
  private void choose(int[] rows, int chosen, int from) {
    if (tries > TRIES) {
      return;
    }
    if (chosen == rows.length) {
      tries++;
      attempt(rows);
      return;
    }
    for (int row = from; row < space.numRows; row++) {
      rows[chosen] = row;
      choose(rows, chosen + 1, row + 1);
    }
  }

  private void attempt(int[] rows) {
    int k = rows.length;
    DMatrixRMaj pivots = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        pivots.set(i, j, space.get(rows[i], j));
      }
    }
    if (Math.abs(CommonOps_DDRM.det(pivots)) < Math.pow(REGULAR, k)) {
      return;
    }
    DMatrixRMaj inverse = new DMatrixRMaj(k, k);
    CommonOps_DDRM.invert(pivots, inverse);
    DMatrixRMaj basis = new DMatrixRMaj(space.numRows, k);
    CommonOps_DDRM.mult(space, inverse, basis);
    int cost = cost(basis);
    if (cost < fewest) {
      fewest = cost;
      best = basis;
    }
  }

  /** What takes part counts twice, what is not 1 or -1 once more. */
  private static int cost(DMatrixRMaj basis) {
    int cost = 0;
    for (double value : basis.data) {
      double size = Math.abs(value);
      cost += size < ZERO ? 0 : Math.abs(size - 1) < ZERO ? 2 : 3;
    }
    return cost;
  }

  private static double[] unit(DMatrixRMaj basis, int column) {
    double[] vector = new double[basis.numRows];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = basis.get(i, column);
    }
    double norm = Jacobian.norm(vector);
    return Arrays.stream(vector).map(v -> v / norm).toArray();
  }
}
