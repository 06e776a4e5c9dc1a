package org.jansenrit.core.eeg;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * The smoothest function on the sphere that goes through given values: a constant and a kernel
 * round each point.
 *
 * @see <a href="https://doi.org/10.1016/0013-4694(89)90180-6">Perrin et al. (1989), with the
 *     corrigendum of 1990</a>
 */
final class SphericalSpline {
  private static final int ORDER = 4;
  private static final int TERMS = 50;

  private final List<Vector3> points;
  private final double[] weights;

  private SphericalSpline(List<Vector3> points, double[] weights) {
    this.points = points;
    this.weights = weights;
  }

  /**
   * Fits.
   *
   * @param points unit vectors, all different
   * @param values one per point
   */
  static SphericalSpline of(List<Vector3> points, double... values) {
    int n = points.size();
    DMatrixRMaj matrix = new DMatrixRMaj(n + 1, n + 1);
    DMatrixRMaj right = new DMatrixRMaj(n + 1, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.set(i, j, kernel(points.get(i).dot(points.get(j))));
      }
      matrix.set(i, n, 1);
      matrix.set(n, i, 1); // the weights of the kernels sum to zero
      right.set(i, 0, values[i]);
    }
    DMatrixRMaj weights = new DMatrixRMaj(n + 1, 1);
    var solver = LinearSolverFactory_DDRM.linear(n + 1);
    if (!solver.setA(matrix)) {
      throw new IllegalArgumentException("two electrodes are at the same place");
    }
    solver.solve(right, weights);
    return new SphericalSpline(List.copyOf(points), weights.data);
  }

  /** Returns the value in the direction of a unit vector. */
  double at(Vector3 direction) {
    double value = weights[points.size()];
    for (int i = 0; i < points.size(); i++) {
      value += weights[i] * kernel(direction.dot(points.get(i)));
    }
    return value;
  }

  /** Returns the sum of (2 n + 1) / (n (n + 1))^4 P_n(x) / (4 pi), by the recursion of P_n. */
  private static double kernel(double x) {
    double before = 1;
    double legendre = x;
    double sum = 0;
    for (int n = 1; n <= TERMS; n++) {
      sum += (2 * n + 1) / Math.pow(n * (n + 1.0), ORDER) * legendre;
      double next = ((2 * n + 1) * x * legendre - n * before) / (n + 1);
      before = legendre;
      legendre = next;
    }
    return sum / (4 * Math.PI);
  }
}
