package org.jansenrit.core.analysis;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * What the eigenvalues of an equilibrium tell.
 *
 * @param unstable how many have a positive real part
 * @param leading the largest real part, in 1/s
 * @param rhythm the real part of the complex pair that is nearest to the imaginary axis, in 1/s;
 *     NaN if there is no pair
 * @param angular its imaginary part, in 1/s
 */
record Eigenvalues(int unstable, double leading, double rhythm, double angular) {

  /** Takes the Jacobian by the state, and perhaps further columns. */
  static Eigenvalues of(DMatrixRMaj jacobian) {
    int n = jacobian.numRows;
    DMatrixRMaj square = CommonOps_DDRM.extract(jacobian, 0, n, 0, n);
    var eigen = DecompositionFactory_DDRM.eig(n, false);
    if (!eigen.decompose(square)) {
      return new Eigenvalues(0, Double.NaN, Double.NaN, Double.NaN);
    }
    int unstable = 0;
    double leading = Double.NEGATIVE_INFINITY;
    Complex_F64 nearest = new Complex_F64(Double.NaN, Double.NaN);
    for (int k = 0; k < n; k++) {
      Complex_F64 value = eigen.getEigenvalue(k);
      unstable += value.real > 0 ? 1 : 0;
      leading = Math.max(leading, value.real);
      boolean nearer = !(Math.abs(value.real) >= Math.abs(nearest.real));
      if (value.imaginary > 0 && nearer) {
        nearest = value;
      }
    }
    return new Eigenvalues(unstable, leading, nearest.real, nearest.imaginary);
  }
}
