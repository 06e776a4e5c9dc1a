package org.jansenrit.examples;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/**
 * Fits the equations of columns to their evoked potentials: the mode of the posterior, by Levenberg
 * and Marquardt's method, all columns side by side, in the coordinates z in which the prior is
 * standard normal. Misfits count little at first, so that a fit is less likely to be caught in a
 * minimum nearby.
 */
final class EquationFit {
  private static final double STEP = 1e-3;

  private final Simulator<TimeSeries> model;
  private final Prior prior;
  private final int iterations;
  private final double[][] observed;

  /** Takes {@code iterations} at each size of the noise. */
  EquationFit(ProjectedColumn column, int iterations, double[]... observed) {
    this.model = column.simulator(0);
    this.prior = column.prior();
    this.iterations = iterations;
    this.observed = observed;
  }

  /**
   * Returns the fits from {@code start}, columns x parameters.
   *
   * @param sds of the noise, from that of the first iterations to the true one
   */
  double[][] from(double[][] start, double... sds) {
    double[][] z = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
    for (double sd : sds) {
      Column[] columns = new Column[z.length];
      Arrays.setAll(columns, i -> new Column(z[i], observed[i], sd));
      for (int k = 0; k < iterations; k++) {
        iterate(columns);
      }
      Arrays.setAll(z, i -> columns[i].z);
    }
    return z;
  }

  private void iterate(Column... columns) {
    int rows = 1 + 2 * prior.parameters().size();
    double[][] theta = new double[columns.length * rows][];
    double[][] next = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      next[i] = columns[i].next();
      for (int r = 0; r < rows; r++) {
        theta[i * rows + r] = prior.fromNormal(stepped(next[i], r));
      }
    }
    TimeSeries x = model.simulate(ParameterTable.of(prior.parameters(), theta), Streams.of(1));
    for (int i = 0; i < columns.length; i++) {
      double[][] responses = new double[rows][];
      int first = i * rows;
      Arrays.setAll(responses, r -> x.row(first + r));
      columns[i].consider(next[i], responses);
    }
  }

  /** Row 0 is the point; 1 and 2 are steps up and down in the first parameter, and so on. */
  private static double[] stepped(double[] z, int row) {
    double[] moved = z.clone();
    if (row > 0) {
      moved[(row - 1) / 2] += row % 2 == 1 ? STEP : -STEP;
    }
    return moved;
  }

  /** Where the fit of one column is. */
  private static final class Column {
    private final double[] observed;
    private final double sd;
    private double[] z;
    private double misfit = Double.POSITIVE_INFINITY;
    private double damping = 1e-2;
    private DMatrixRMaj slopes;
    private DMatrixRMaj residual;

    Column(double[] z, double[] observed, double sd) {
      this.z = z;
      this.observed = observed;
      this.sd = sd;
    }

    void consider(double[] next, double[]... responses) {
      DMatrixRMaj left = new DMatrixRMaj(observed.length, 1);
      for (int k = 0; k < observed.length; k++) {
        left.set(k, 0, (observed[k] - responses[0][k]) / sd);
      }
      double squares = CommonOps_DDRM.dot(left, left);
      squares += Arrays.stream(next).map(v -> v * v).sum();
      if (!(squares < misfit)) {
        damping *= 10;
        return;
      }
      z = next;
      misfit = squares;
      residual = left;
      damping /= 5;
      slopes = new DMatrixRMaj(observed.length, z.length);
      for (int j = 0; j < z.length; j++) {
        for (int k = 0; k < observed.length; k++) {
          double by = responses[1 + 2 * j][k] - responses[2 + 2 * j][k];
          slopes.set(k, j, by / (2 * STEP) / sd);
        }
      }
    }

    /** By one standard deviation of the prior at most, and within four of its middle. */
    double[] next() {
      if (slopes == null) {
        return z;
      }
      DMatrixRMaj change = change();
      double[] next = z.clone();
      for (int j = 0; j < z.length; j++) {
        double by = Math.max(-1, Math.min(1, change.get(j, 0)));
        next[j] = Math.max(-4, Math.min(4, z[j] + by));
      }
      return next;
    }

    private DMatrixRMaj change() {
      int n = z.length;
      DMatrixRMaj normal = new DMatrixRMaj(n, n);
      CommonOps_DDRM.multInner(slopes, normal);
      DMatrixRMaj right = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.multTransA(slopes, residual, right);
      for (int j = 0; j < n; j++) {
        normal.add(j, j, 1 + damping * normal.get(j, j));
        right.add(j, 0, -z[j]);
      }
      DMatrixRMaj change = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.solve(normal, right, change);
      return change;
    }
  }
}
