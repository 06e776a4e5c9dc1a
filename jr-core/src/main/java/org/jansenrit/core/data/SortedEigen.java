package org.jansenrit.core.data;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues and unit eigenvectors of a symmetric matrix, the largest first. */
final class SortedEigen {
  /** Share of the largest value below which another is rounding. */
  private static final double ROUNDING = 1e-12;

  private final EigenDecomposition_F64<DMatrixRMaj> eigen;
  private final int[] order;

  private SortedEigen(EigenDecomposition_F64<DMatrixRMaj> eigen) {
    this.eigen = eigen;
    this.order =
        IntStream.range(0, eigen.getNumberOfEigenvalues())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  static SortedEigen of(DMatrixRMaj symmetric) {
    int n = symmetric.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric)) {
      throw new IllegalStateException(
          "the eigenvectors of a " + n + " x " + n + " matrix were not found");
    }
    return new SortedEigen(eigen);
  }

  double value(int k) {
    return eigen.getEigenvalue(order[k]).getReal();
  }

  DMatrixRMaj vector(int k) {
    return eigen.getEigenVector(order[k]);
  }

  /** Returns how many values are more than rounding. */
  int rank() {
    int rank = 0;
    while (rank < order.length && value(rank) > ROUNDING * value(0)) {
      rank++;
    }
    return rank;
  }

  /** Returns eigenvector {@code k} with the sign that makes its largest element positive. */
  double[] direction(int k) {
    double[] v = vector(k).data.clone();
    double largest = 0;
    for (double x : v) {
      largest = Math.abs(x) > Math.abs(largest) ? x : largest;
    }
    for (int j = 0; largest < 0 && j < v.length; j++) {
      v[j] = -v[j];
    }
    return v;
  }
}
