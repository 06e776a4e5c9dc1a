package org.jansenrit.core.model;

import org.jansenrit.core.math.Lanes;

/**
 * The interacting excitatory and inhibitory populations of Wilson and Cowan.
 *
 * <p>E and I are the shares of cells that fire per unit of time, less those at rest:
 *
 * <pre>
 * tau_e E' = -E + (k_e - r_e E) S_e(c_1 E - c_2 I + P)
 * tau_i I' = -I + (k_i - r_i I) S_i(c_3 E - c_4 I + Q)
 * S(x) = 1 / (1 + exp(-a (x - theta))) - 1 / (1 + exp(a theta))
 * </pre>
 *
 * <p>S is zero without input, and k is its largest value, 1 - 1 / (1 + exp(a theta)). The factor k
 * - r E is what the refractory cells leave. All but the time constants are without a unit. This is
 * also the worked example of a model that is not made of kernels: see {@link NeuralMassModel}.
 *
 * @see <a href="https://doi.org/10.1016/S0006-3495(72)86068-5">Wilson &amp; Cowan (1972), Biophys.
 *     J. 12, eq. 11-12 and 15-16</a>
 */
public final class WilsonCowan implements NeuralMassModel {
  /** Contacts from excitatory to excitatory cells, c_1. */
  public static final Parameter C_1 = contacts("c_1", 16, 11, 16);

  /** Contacts from inhibitory to excitatory cells, c_2. */
  public static final Parameter C_2 = contacts("c_2", 12, 2, 15);

  /** Contacts from excitatory to inhibitory cells, c_3. */
  public static final Parameter C_3 = contacts("c_3", 15, 2, 22);

  /** Contacts from inhibitory to inhibitory cells, c_4. */
  public static final Parameter C_4 = contacts("c_4", 3, 2, 15);

  /** Slope of the excitatory response, a_e. */
  public static final Parameter A_E = number("a_e", 1.3, 1, 1.4);

  /** Input at which the excitatory response is steepest, theta_e. */
  public static final Parameter THETA_E = number("theta_e", 4, 1.4, 6);

  /** Slope of the inhibitory response, a_i. */
  public static final Parameter A_I = number("a_i", 2, 0, 2);

  /** Input at which the inhibitory response is steepest, theta_i. */
  public static final Parameter THETA_I = number("theta_i", 3.7, 2, 6);

  /** Refractory period of excitatory cells, r_e, in units of the time of coarse graining. */
  public static final Parameter R_E = number("r_e", 1, 0.5, 2);

  /** Refractory period of inhibitory cells, r_i, in units of the time of coarse graining. */
  public static final Parameter R_I = number("r_i", 1, 0.5, 2);

  /** Time constant of the excitatory population, tau_e, in ms. */
  public static final Parameter TAU_E = timeConstant("tau_e");

  /** Time constant of the inhibitory population, tau_i, in ms. */
  public static final Parameter TAU_I = timeConstant("tau_i");

  /** Input to the excitatory population, P: through a nonlinearity, so no white noise. */
  public static final Port P = new Port("P", "1", false);

  /** Input to the inhibitory population, Q: through a nonlinearity, so no white noise. */
  public static final Port Q = new Port("Q", "1", false);

  private static final ModelSpec SPEC =
      ModelSpec.named("wilson-cowan-1972")
          .state("E", "1", 0)
          .state("I", "1", 0)
          .parameters(C_1, C_2, A_E, THETA_E, R_E, TAU_E, C_3, C_4, A_I, THETA_I, R_I, TAU_I)
          .ports(P, Q)
          .output("1", 1);

  /** Parameters and constants of a population: those of the inhibitory one follow. */
  private static final int PARAMETERS = 6;

  private static final int CONSTANTS = 7;

  private static final WilsonCowan MODEL = new WilsonCowan();

  private WilsonCowan() {}

  /** {@return the model} */
  public static WilsonCowan model() {
    return MODEL;
  }

  /**
   * {@return the parameters of figure 11 of the paper: a limit cycle at P = 1.25 and Q = 0, and
   * rest without input}
   */
  public static ParameterSet standard() {
    return SPEC.standard();
  }

  /** {@return the parameters of figure 4 of the paper: two stable states without input} */
  public static ParameterSet hysteresis() {
    return standard()
        .with(C_1, 12)
        .with(C_2, 4)
        .with(C_3, 13)
        .with(C_4, 11)
        .with(A_E, 1.2)
        .with(THETA_E, 2.8)
        .with(A_I, 1)
        .with(THETA_I, 4);
  }

  @Override
  public ModelSpec spec() {
    return SPEC;
  }

  /** {@return c_1, c_2, a theta, a, S's offset, r and 1 / tau in 1/s, then those of I} */
  @Override
  public double[][] prepare(double[][] theta, int lanes) {
    double[][] c = new double[2 * CONSTANTS][theta[0].length];
    for (int population = 0; population < 2; population++) {
      int from = population * PARAMETERS;
      int to = population * CONSTANTS;
      for (int i = 0; i < lanes; i++) {
        double steepest = theta[from + 2][i] * theta[from + 3][i];
        c[to][i] = theta[from][i];
        c[to + 1][i] = theta[from + 1][i];
        c[to + 2][i] = steepest;
        c[to + 3][i] = theta[from + 2][i];
        c[to + 4][i] = 1 / (1 + StrictMath.exp(steepest));
        c[to + 5][i] = theta[from + 4][i];
        c[to + 6][i] = 1e3 / theta[from + 5][i];
      }
    }
    return c;
  }

  /** Rows of {@code dydt} hold the input, then the response, before they hold the derivative. */
  @Override
  public void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    double[][] c = constants;
    for (int population = 0; population < 2; population++) {
      int k = population * CONSTANTS;
      double[] out = dydt[population];
      excite(c[k], y[0], c[k + 1], y[1], u[population], out, lanes);
      Lanes.logisticAffine(c[k + 2], c[k + 3], out, out, lanes);
      relax(y[population], c[k + 4], c[k + 5], c[k + 6], out, lanes);
    }
  }

  /** Computes {@code out = fromE * e - fromI * i + input}. */
  private static void excite(
      double[] fromE,
      double[] e,
      double[] fromI,
      double[] i,
      double[] input,
      double[] out,
      int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double inhibited = Math.fma(-fromI[lane], i[lane], input[lane]);
      out[lane] = Math.fma(fromE[lane], e[lane], inhibited);
    }
  }

  /** Replaces the response s in {@code out} by rate ((k - r x) (s - offset) - x). */
  private static void relax(
      double[] x, double[] offset, double[] r, double[] rate, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double sensitive = Math.fma(-r[i], x[i], 1 - offset[i]);
      out[i] = rate[i] * Math.fma(sensitive, out[i] - offset[i], -x[i]);
    }
  }

  private static Parameter contacts(String symbol, double standard, double low, double high) {
    return Parameter.of(symbol, "1", standard).possible(0, 1000).meaningful(low, high);
  }

  private static Parameter number(String symbol, double standard, double low, double high) {
    return Parameter.of(symbol, "1", standard).possible(0, 100).meaningful(low, high);
  }

  private static Parameter timeConstant(String symbol) {
    return Parameter.of(symbol, "ms", 8).possible(0.1, 1000).meaningful(5, 15);
  }

  @Override
  public String toString() {
    return SPEC.toString();
  }
}
