package org.jansenrit.core.model;

import org.jansenrit.core.math.Lanes;

/** The slow gating variables that both variants of the decision circuit share. */
final class Gates {
  private Gates() {}

  /**
   * Prepares one lane.
   *
   * @param row where gamma goes; 1 / tau_S in 1/s and J_ext follow
   * @param tau tau_S, in ms
   */
  static void prepare(
      double[][] constants, int row, double gamma, double tau, double coupling, int lane) {
    constants[row][lane] = gamma;
    constants[row + 1][lane] = 1e3 / tau;
    constants[row + 2][lane] = coupling;
  }

  /** Writes J_ext mu + I of both populations, in nA. */
  static void current(double[][] constants, int row, double[][] u, double[][] out, int lanes) {
    for (int p = 0; p < 2; p++) {
      Lanes.addProduct(u[p + 2], constants[row + 2], u[p], out[p], lanes);
    }
  }

  /** Replaces rates in {@code dydt} by the derivatives of the gating variables. */
  static void relax(double[][] constants, int row, double[][] s, double[][] dydt, int lanes) {
    for (int p = 0; p < 2; p++) {
      relax(s[p], constants[row], constants[row + 1], dydt[p], lanes);
    }
  }

  private static void relax(double[] s, double[] gamma, double[] leak, double[] rate, int lanes) {
    for (int i = 0; i < lanes; i++) {
      rate[i] = Math.fma(gamma[i] * rate[i], 1 - s[i], -leak[i] * s[i]);
    }
  }
}
