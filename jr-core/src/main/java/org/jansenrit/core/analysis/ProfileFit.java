package org.jansenrit.core.analysis;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/** Fits all parameters but one to what is observed at a point. */
final class ProfileFit {
  private static final int ITERATIONS = 30;
  private static final double ENOUGH = 1e-4;

  private final Response.Around response;
  private final double sd;
  private final double step;

  ProfileFit(Response.Around response, double sd, double step) {
    this.response = response;
    this.sd = sd;
    this.step = step;
  }

  double misfit(ParameterSet at) {
    return squares(response.deviations(ParameterTable.of(at))[0]);
  }

  private double squares(double[] deviation) {
    double norm = Jacobian.norm(deviation);
    return Double.isFinite(norm) ? norm * norm / (sd * sd) : Double.POSITIVE_INFINITY;
  }

  /** By Levenberg and Marquardt's method in the logarithms, from {@code start}. */
  ParameterSet at(Parameter fixed, double value, ParameterSet start) {
    ParameterSet at = start.with(fixed, value);
    int held = at.parameters().indexOf(fixed);
    double damping = 1e-3;
    for (int k = 0; k < ITERATIONS; k++) {
      double[][] rows = response.deviations(table(at));
      double now = squares(rows[0]);
      DMatrixRMaj change = change(rows, held, damping);
      ParameterSet next = moved(at, change, held);
      double then = misfit(next);
      if (then < now) {
        at = next;
        damping = Math.max(1e-9, damping / 5);
      } else {
        damping *= 10;
      }
      if (damping > 1e6 || (then <= now && now - then < ENOUGH * Math.max(1, then))) {
        break;
      }
    }
    return at;
  }

  private ParameterTable table(ParameterSet at) {
    double[][] rows = new double[at.parameters().size() + 1][];
    for (int j = 0; j < rows.length; j++) {
      rows[j] = at.toArray();
      if (j > 0) {
        rows[j][j - 1] *= Math.exp(step);
      }
    }
    return ParameterTable.of(at.parameters(), rows);
  }

  private DMatrixRMaj change(double[][] rows, int held, double damping) {
    int n = rows.length - 1;
    DMatrixRMaj normal = new DMatrixRMaj(n, n);
    DMatrixRMaj right = new DMatrixRMaj(n, 1);
    for (int k = 0; k < rows[0].length; k++) {
      double[] slope = new double[n];
      for (int j = 0; j < n; j++) {
        slope[j] = j == held ? 0 : (rows[j + 1][k] - rows[0][k]) / step / sd;
      }
      for (int i = 0; i < n; i++) {
        right.add(i, 0, -slope[i] * rows[0][k] / sd);
        for (int j = 0; j < n; j++) {
          normal.add(i, j, slope[i] * slope[j]);
        }
      }
    }
    double largest = CommonOps_DDRM.elementMaxAbs(normal);
    for (int i = 0; i < n; i++) {
      normal.add(i, i, damping * normal.get(i, i) + 1e-12 * largest);
    }
    DMatrixRMaj change = new DMatrixRMaj(n, 1);
    var solver = LinearSolverFactory_DDRM.symmPosDef(n);
    if (solver.setA(normal)) {
      solver.solve(right, change);
    }
    return change;
  }

  /** No parameter moves by more than a factor of e at once, or out of its possible range. */
  private static ParameterSet moved(ParameterSet at, DMatrixRMaj change, int held) {
    double[] values = at.toArray();
    for (int j = 0; j < values.length; j++) {
      Parameter p = at.parameters().get(j);
      double by = j == held ? 0 : Math.max(-1, Math.min(1, change.get(j, 0)));
      double value = values[j] * Math.exp(by);
      values[j] = Math.max(p.lowest(), Math.min(p.highest(), value));
    }
    return ParameterSet.of(at.parameters(), values);
  }
}
