package org.jansenrit.core.model;

import org.jansenrit.core.math.Lanes;

/** What surrounds the rates in both variants of the decision circuit: input and slow gates. */
final class Gates {
  /** Rows that {@link #prepare} fills; the model's own follow. */
  private static final int COUPLING = 3;

  private static final int GAIN = 4;
  private static final int LEAK = 5;
  static final int ROWS = 6;

  private Gates() {}

  /**
   * Prepares one lane, whose row of 1 / d is set already.
   *
   * @param coupling J_ext, in nA/Hz
   * @param tau tau_S, in ms
   */
  static void prepare(double[][] constants, double coupling, double gamma, double tau, int lane) {
    constants[COUPLING][lane] = constants[WongWangModel.PER_CURRENT][lane] * coupling;
    constants[GAIN][lane] = gamma * constants[WongWangModel.INVERSE_D][lane];
    constants[LEAK][lane] = 1e3 / tau;
  }

  /** Writes the derivatives of the gating variables. */
  static void drift(
      WongWangModel model, double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
    for (int p = 0; p < 2; p++) {
      double[] input = dydt[p];
      Lanes.addProduct(c[WongWangModel.BACKGROUND], c[COUPLING], u[p], input, lanes);
      Lanes.addProduct(input, c[WongWangModel.PER_CURRENT], u[p + 2], input, lanes);
    }
    model.fire(y, c, dydt, dydt, lanes);
    for (int p = 0; p < 2; p++) {
      relax(y[p], c[GAIN], c[LEAK], dydt[p], lanes);
    }
  }

  /** Replaces d r in {@code rate} by (1 - s) gamma r - s / tau. */
  private static void relax(double[] s, double[] gain, double[] leak, double[] rate, int lanes) {
    for (int i = 0; i < lanes; i++) {
      rate[i] = Math.fma(gain[i] * rate[i], 1 - s[i], -leak[i] * s[i]);
    }
  }
}
