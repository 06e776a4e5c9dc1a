package org.jansenrit.core.analysis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.NeuralMassModel;

/**
 * The equations of a model with constant inputs, one of which, or a parameter, is free: dy/dt =
 * f(y, lambda). Used by one thread.
 */
final class Flow {
  /** Loops over fewer lanes would be compiled badly for the whole process. */
  private static final int LANES = 64;

  private static final double RELATIVE = 1e-5;
  private static final double SMALLEST = 0.1;

  private final NeuralMassModel model;
  private final double[][] theta;
  private final double[][] u;
  private final double[] free;
  private final boolean freeInput;
  private final int lanes;
  private final double[][] y;
  private final double[][] dydt;
  private double[][] constants;

  /**
   * Takes values and which of them is free.
   *
   * @param theta one per parameter
   * @param inputs one per port
   * @param freeInput whether the free one is among the inputs
   * @param index which
   */
  Flow(NeuralMassModel model, double[] theta, double[] inputs, boolean freeInput, int index) {
    int variables = model.spec().variables().size();
    this.model = model;
    this.lanes = Math.max(LANES, 2 * variables + 2);
    this.theta = filled(theta);
    this.u = filled(inputs);
    this.free = freeInput ? u[index] : this.theta[index];
    this.freeInput = freeInput;
    this.y = filled(new double[variables]);
    this.dydt = filled(new double[variables]);
  }

  private double[][] filled(double[] values) {
    double[][] arrays = new double[values.length][];
    for (int k = 0; k < arrays.length; k++) {
      arrays[k] = Lanes.array(lanes);
      Arrays.fill(arrays[k], values[k]);
    }
    return arrays;
  }

  int variables() {
    return y.length;
  }

  NeuralMassModel model() {
    return model;
  }

  /** Returns the drift at one state. */
  double[] drift(double[] state, double lambda) {
    load(state, lambda);
    run();
    return column(0);
  }

  /** Returns the derivative of the drift by the state, and by lambda in the last column. */
  DMatrixRMaj jacobian(double[] state, double lambda) {
    int n = y.length;
    load(state, lambda);
    double[] steps = new double[n + 1];
    for (int v = 0; v <= n; v++) {
      double at = v < n ? state[v] : lambda;
      steps[v] = RELATIVE * Math.max(SMALLEST, Math.abs(at));
      double[] moved = v < n ? y[v] : free;
      moved[2 * v] += steps[v];
      moved[2 * v + 1] -= steps[v];
    }
    run();
    DMatrixRMaj jacobian = new DMatrixRMaj(n, n + 1);
    for (int v = 0; v <= n; v++) {
      for (int row = 0; row < n; row++) {
        double slope = (dydt[row][2 * v] - dydt[row][2 * v + 1]) / (2 * steps[v]);
        jacobian.set(row, v, slope);
      }
    }
    return jacobian;
  }

  /**
   * Writes the drifts of several states, each at its own lambda; lanes beyond them repeat the last.
   */
  void drifts(double[][] states, double[] lambdas, double[][] out) {
    for (int lane = 0; lane < lanes; lane++) {
      int from = Math.min(lane, states.length - 1);
      free[lane] = lambdas[from];
      for (int v = 0; v < y.length; v++) {
        y[v][lane] = states[from][v];
      }
    }
    run();
    for (int i = 0; i < states.length; i++) {
      for (int v = 0; v < y.length; v++) {
        out[i][v] = dydt[v][i];
      }
    }
  }

  private void load(double[] state, double lambda) {
    Arrays.fill(free, lambda);
    for (int v = 0; v < y.length; v++) {
      Arrays.fill(y[v], state[v]);
    }
  }

  private void run() {
    if (constants == null || !freeInput) {
      constants = model.prepare(theta, lanes);
    }
    model.drift(y, constants, u, dydt, lanes);
  }

  private double[] column(int lane) {
    double[] column = new double[y.length];
    Arrays.setAll(column, v -> dydt[v][lane]);
    return column;
  }
}
