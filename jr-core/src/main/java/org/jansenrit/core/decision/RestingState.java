package org.jansenrit.core.decision;

import java.util.stream.DoubleStream;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWangModel;

/** Where the circuit settles from low activity without stimulus and noise. */
final class RestingState {
  /** Loops that have run over few lanes would stay slow for the rest of the process. */
  private static final int LANES = 64;

  private static final double STEP = 1e-3;
  private static final int STEPS = 20_000;
  private static final double LOW = 0.05;

  private RestingState() {}

  /** Returns the larger of both rates, in Hz, after 20 s. */
  static double rate(WongWangModel circuit, ParameterSet theta) {
    double[][] constants = circuit.prepare(columns(circuit, theta, LANES), LANES);
    double[][] s = new double[2][LANES];
    double[][] dsdt = new double[2][LANES];
    double[][] silence = new double[4][LANES];
    for (int i = 0; i < LANES; i++) {
      s[0][i] = LOW;
      s[1][i] = LOW;
    }
    for (int k = 0; k < STEPS; k++) {
      circuit.drift(s, constants, silence, dsdt, LANES);
      for (int i = 0; i < LANES; i++) {
        s[0][i] += STEP * dsdt[0][i];
        s[1][i] += STEP * dsdt[1][i];
      }
    }
    circuit.rates(s, constants, silence, dsdt, LANES);
    return Math.max(dsdt[0][0], dsdt[1][0]);
  }

  /** Returns the circuit's parameters as it prepares them, the same in all lanes. */
  static double[][] columns(WongWangModel circuit, ParameterSet theta, int lanes) {
    return circuit.spec().parameters().stream()
        .map(p -> DoubleStream.generate(() -> theta.get(p)).limit(lanes).toArray())
        .toArray(double[][]::new);
  }
}
