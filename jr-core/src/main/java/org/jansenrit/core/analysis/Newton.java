package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Points (y, lambda) at which a flow stands still, on a given hyperplane, by Newton's method. In
 * scaled coordinates: each variable and lambda in units of its own size.
 */
final class Newton {
  private static final int ITERATIONS = 25;
  private static final double EXACT = 1e-11;

  private final Flow flow;
  private final double[] sizes;

  /** Takes the sizes of the variables, and of lambda as the last. */
  Newton(Flow flow, double[] sizes) {
    this.flow = flow;
    this.sizes = sizes;
  }

  double[] sizes() {
    return sizes;
  }

  /**
   * Returns the equilibrium near {@code start} on the hyperplane through it that is orthogonal to
   * {@code normal}; empty if there is none near.
   *
   * @param start variables and lambda, scaled
   * @param normal the same
   */
  Optional<double[]> solve(double[] start, double[] normal) {
    double[] at = start.clone();
    for (int k = 0; k < ITERATIONS; k++) {
      double[] step = step(at, start, normal);
      double size = Jacobian.norm(step);
      if (!Double.isFinite(size) || size > 10) {
        return Optional.empty();
      }
      for (int v = 0; v < at.length; v++) {
        at[v] += step[v];
      }
      if (size < EXACT * (1 + Jacobian.norm(at))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private double[] step(double[] at, double[] start, double[] normal) {
    int n = flow.variables();
    double[] drift = flow.drift(state(at), lambda(at));
    DMatrixRMaj matrix = bordered(at, normal);
    DMatrixRMaj right = new DMatrixRMaj(n + 1, 1);
    double off = 0;
    for (int v = 0; v <= n; v++) {
      off += normal[v] * (at[v] - start[v]);
    }
    for (int v = 0; v < n; v++) {
      right.set(v, 0, -drift[v]);
    }
    right.set(n, 0, -off);
    return solved(matrix, right);
  }

  /** Returns the scaled Jacobian with {@code normal} as its last row. */
  private DMatrixRMaj bordered(double[] at, double[] normal) {
    int n = flow.variables();
    DMatrixRMaj jacobian = flow.jacobian(state(at), lambda(at));
    DMatrixRMaj matrix = new DMatrixRMaj(n + 1, n + 1);
    for (int v = 0; v <= n; v++) {
      for (int row = 0; row < n; row++) {
        matrix.set(row, v, jacobian.get(row, v) * sizes[v]);
      }
      matrix.set(n, v, normal[v]);
    }
    return matrix;
  }

  /** Returns the unit tangent of the curve of equilibria that points as {@code before} does. */
  double[] tangent(double[] at, double[] before) {
    int n = flow.variables();
    DMatrixRMaj right = new DMatrixRMaj(n + 1, 1);
    right.set(n, 0, 1);
    double[] tangent = solved(bordered(at, before), right);
    double norm = Jacobian.norm(tangent);
    return Arrays.stream(tangent).map(t -> t / norm).toArray();
  }

  private static double[] solved(DMatrixRMaj matrix, DMatrixRMaj right) {
    equilibrate(matrix, right);
    DMatrixRMaj x = new DMatrixRMaj(matrix.numRows, 1);
    var solver = LinearSolverFactory_DDRM.linear(matrix.numRows);
    if (!solver.setA(matrix)) {
      Arrays.fill(x.data, Double.NaN);
      return x.data;
    }
    solver.solve(right, x);
    return x.data;
  }

  /** Rows of equal size: those of a kernel's second derivative are ten thousand times larger. */
  private static void equilibrate(DMatrixRMaj matrix, DMatrixRMaj right) {
    for (int row = 0; row < matrix.numRows; row++) {
      double largest = 0;
      for (int v = 0; v < matrix.numCols; v++) {
        largest = Math.max(largest, Math.abs(matrix.get(row, v)));
      }
      if (largest > 0) {
        CommonOps_DDRM.scaleRow(1 / largest, matrix, row);
        right.set(row, 0, right.get(row, 0) / largest);
      }
    }
  }

  double[] state(double[] at) {
    double[] state = new double[flow.variables()];
    Arrays.setAll(state, v -> at[v] * sizes[v]);
    return state;
  }

  double lambda(double[] at) {
    int n = flow.variables();
    return at[n] * sizes[n];
  }

  double[] scaled(double[] state, double lambda) {
    double[] at = new double[state.length + 1];
    Arrays.setAll(at, v -> (v < state.length ? state[v] : lambda) / sizes[v]);
    return at;
  }
}
