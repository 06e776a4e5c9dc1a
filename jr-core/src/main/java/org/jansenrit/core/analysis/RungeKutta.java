package org.jansenrit.core.analysis;

/** Steps a few states of a flow, each at its own lambda, by the classic Runge-Kutta method. */
final class RungeKutta {
  private static final double[] REACH = {0.5, 0.5, 1, 0};
  private static final double[] WEIGHTS = {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0};

  private final Flow flow;
  private final double step;
  private final double[][] states;
  private final double[][] at;
  private final double[][] slope;
  private final double[][] sum;

  RungeKutta(Flow flow, double step, double[] initial, int count) {
    this.flow = flow;
    this.step = step;
    this.states = new double[count][];
    for (int i = 0; i < count; i++) {
      states[i] = initial.clone();
    }
    this.at = new double[count][initial.length];
    this.slope = new double[count][initial.length];
    this.sum = new double[count][initial.length];
  }

  /** Returns the states, live. */
  double[][] states() {
    return states;
  }

  void advance(double[] lambdas) {
    for (int i = 0; i < states.length; i++) {
      System.arraycopy(states[i], 0, at[i], 0, at[i].length);
      System.arraycopy(states[i], 0, sum[i], 0, sum[i].length);
    }
    for (int stage = 0; stage < REACH.length; stage++) {
      flow.drifts(at, lambdas, slope);
      for (int i = 0; i < states.length; i++) {
        for (int v = 0; v < slope[i].length; v++) {
          sum[i][v] += WEIGHTS[stage] * step * slope[i][v];
          at[i][v] = states[i][v] + REACH[stage] * step * slope[i][v];
        }
      }
    }
    for (int i = 0; i < states.length; i++) {
      System.arraycopy(sum[i], 0, states[i], 0, sum[i].length);
    }
  }
}
