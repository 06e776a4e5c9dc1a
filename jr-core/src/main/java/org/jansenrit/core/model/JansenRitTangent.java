package org.jansenrit.core.model;

/** The derivatives of the equations of {@link JansenRit}, one lane at a time. */
final class JansenRitTangent {
  // places in the order of the specification
  private static final int A = 0;
  private static final int B = 1;
  private static final int A_RATE = 2;
  private static final int B_RATE = 3;
  private static final int C = 4;
  private static final int A_1 = 5;
  private static final int A_2 = 6;
  private static final int A_3 = 7;
  private static final int A_4 = 8;
  private static final int V_0 = 9;
  private static final int E_0 = 10;
  private static final int R = 11;

  private final double[] y = new double[6];
  private final double[] dy = new double[6];
  private final double[] theta = new double[12];
  private final double[] dtheta = new double[12];

  /** What a sigmoid gives, and by how much that moves in the direction. */
  private double rate;

  private double rateTangent;

  void run(
      double[][] states,
      double[][] parameters,
      double[][] u,
      double[][] stateDirection,
      double[][] parameterDirection,
      double[][] out,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      load(states, i, y);
      load(stateDirection, i, dy);
      load(parameters, i, theta);
      load(parameterDirection, i, dtheta);
      population(y[1] - y[2], dy[1] - dy[2], 1, 0);
      out[3][i] = kernel(0, A, A_RATE, u[1][i]);
      fedBy(A_1, A_2);
      out[4][i] = kernel(1, A, A_RATE, u[0][i]);
      fedBy(A_3, A_4);
      out[5][i] = kernel(2, B, B_RATE, u[2][i]);
      for (int k = 0; k < 3; k++) {
        out[k][i] = dy[3 + k];
      }
    }
  }

  private static void load(double[][] from, int lane, double[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] = from[k][lane];
    }
  }

  /** An interneuron: pyramidal cells reach it by one share of contacts, and it them by another. */
  private void fedBy(int there, int back) {
    double in = theta[there] * theta[C];
    double inTangent = dtheta[there] * theta[C] + theta[there] * dtheta[C];
    double out = theta[back] * theta[C];
    double outTangent = dtheta[back] * theta[C] + theta[back] * dtheta[C];
    population(in * y[0], inTangent * y[0] + in * dy[0], out, outTangent);
  }

  /** Sets the firing rate of a population at a potential, times some contacts. */
  private void population(
      double potential, double potentialTangent, double contacts, double contactsTangent) {
    double below = theta[V_0] - potential;
    double exponent = theta[R] * below;
    double exponentTangent = dtheta[R] * below + theta[R] * (dtheta[V_0] - potentialTangent);
    double share = 1 / (1 + Math.exp(exponent));
    double shareTangent = -share * (1 - share) * exponentTangent;
    double maximum = 2 * theta[E_0];
    rate = contacts * maximum * share;
    rateTangent =
        contactsTangent * maximum * share
            + contacts * (2 * dtheta[E_0] * share + maximum * shareTangent);
  }

  /** The tangent of G r x - 2 r y' - r^2 y. */
  private double kernel(int k, int gain, int inverse, double input) {
    double x = rate + input;
    double g = theta[gain];
    double r = theta[inverse];
    double dr = dtheta[inverse];
    return dtheta[gain] * r * x
        + g * dr * x
        + g * r * rateTangent
        - 2 * (dr * y[3 + k] + r * dy[3 + k])
        - 2 * r * dr * y[k]
        - r * r * dy[k];
  }
}
