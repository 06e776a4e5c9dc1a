package org.jansenrit.core.model;

import org.jansenrit.core.math.Lanes;

/**
 * The reduced model of perceptual decisions of Wong and Wang: two populations that excite
 * themselves and inhibit each other, without recurrent AMPA currents.
 *
 * <pre>
 * S_l' = -S_l / tau_S + (1 - S_l) gamma r(x_l)
 * x_l  = J_ll S_l - J_lr S_r + J_ext mu_l + beta I_0 + I_l
 * r(x) = (a x - b) / (1 - exp(-d (a x - b)))
 * </pre>
 *
 * <p>and the mirror image for r. The stimulus comes in as firing rates mu, mu_0 (1 &plusmn; c) at
 * coherence c, and noise as currents I: in the paper an Ornstein-Uhlenbeck process of time constant
 * {@link #TAU_N} and standard deviation sigma / sqrt(2). Beta scales the background current, as in
 * Sicurella &amp; Zhang (2022). The circuit is symmetric unless {@link #J_RR_EXCESS} or {@link
 * #J_RL_EXCESS} says otherwise.
 *
 * @see WongWangAmpa the variant with recurrent AMPA currents, whose constants must not be mixed
 *     with these
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.3733-05.2006">Wong &amp; Wang (2006), J.
 *     Neurosci. 26</a>
 * @see <a href="https://doi.org/10.32470/CCN.2022.1095-0">Sicurella &amp; Zhang (2022)</a>
 */
public final class WongWang implements WongWangModel {
  /**
   * Self-excitation, J_ll, of the left population and, but for its excess, of the right one, in nA.
   */
  public static final Parameter J_LL =
      Parameter.of("J_ll", "nA", 0.2609).possible(0, 10).meaningful(0.25, 0.30);

  /** By how much the self-excitation of the right population exceeds J_ll, in nA. */
  public static final Parameter J_RR_EXCESS = excess("J_rr-J_ll");

  /**
   * Inhibition, J_lr, of the left by the right and, but for its excess, of the right by the left,
   * in nA.
   */
  public static final Parameter J_LR =
      Parameter.of("J_lr", "nA", 0.0497).possible(0, 10).meaningful(0, 0.25);

  /** By how much the inhibition of the right population exceeds J_lr, in nA. */
  public static final Parameter J_RL_EXCESS = excess("J_rl-J_lr");

  /** Coupling of the stimulus, J_ext, in nA/Hz. */
  public static final Parameter J_EXT =
      Parameter.of("J_ext", "nA/Hz", 5.2e-4).possible(0, 1).meaningful(1e-4, 7e-4);

  /** Background current, I_0, in nA. */
  public static final Parameter I_0 =
      Parameter.of("I_0", "nA", 0.3255).possible(-10, 10).meaningful(0.31, 0.34);

  /** Factor on the background current, beta, without unit. */
  public static final Parameter BETA =
      Parameter.of("beta", "1", 1).possible(0, 10).meaningful(0.95, 1.05);

  /** Gain of the firing rate, a, in Hz/nA. */
  public static final Parameter A =
      Parameter.of("a", "Hz/nA", 270).possible(1, 1e4).meaningful(200, 340);

  /** Threshold of the firing rate, b, in Hz. */
  public static final Parameter B =
      Parameter.of("b", "Hz", 108).possible(0, 1e4).meaningful(80, 135);

  /** Curvature of the firing rate at its threshold, d, in s. */
  public static final Parameter D =
      Parameter.of("d", "s", 0.154).possible(1e-3, 10).meaningful(0.12, 0.19);

  /** Opening of the gates per spike, gamma, without unit. */
  public static final Parameter GAMMA =
      Parameter.of("gamma", "1", 0.641).possible(1e-3, 10).meaningful(0.5, 0.8);

  /** Time constant of the gates, tau_S, in ms. */
  public static final Parameter TAU_S =
      Parameter.of("tau_S", "ms", 100).possible(1, 1e4).meaningful(60, 140);

  /** Amplitude of the noise current, sigma: sqrt(2) times its standard deviation, in nA. */
  public static final Parameter SIGMA =
      Parameter.of("sigma", "nA", 0.02).possible(0, 1).meaningful(0.005, 0.03);

  /** Time constant of the noise current, tau_n, in ms: that of AMPA receptors. */
  public static final Parameter TAU_N =
      Parameter.of("tau_n", "ms", 2).possible(0.01, 1e3).meaningful(1, 5);

  /** Firing rate of the stimulus that enters the left population, in Hz, through a nonlinearity. */
  public static final Port MU_L = new Port("mu_l", "Hz", false);

  /**
   * Firing rate of the stimulus that enters the right population, in Hz, through a nonlinearity.
   */
  public static final Port MU_R = new Port("mu_r", "Hz", false);

  /** Noise current into the left population, in nA, through a nonlinearity. */
  public static final Port I_L = new Port("I_l", "nA", false);

  /** Noise current into the right population, in nA, through a nonlinearity. */
  public static final Port I_R = new Port("I_r", "nA", false);

  private static final ModelSpec SPEC =
      ModelSpec.named("wong-wang-2006")
          .state("S_l", "1", 0.1)
          .state("S_r", "1", 0.1)
          .parameters(J_LL, J_RR_EXCESS, J_LR, J_RL_EXCESS, J_EXT, I_0, BETA, A, B, D, GAMMA, TAU_S)
          .ports(MU_L, MU_R, I_L, I_R);

  private static final WongWang MODEL = new WongWang();

  private WongWang() {}

  /** {@return the model} */
  public static WongWang model() {
    return MODEL;
  }

  /** {@return the constants of 2006 without recurrent AMPA currents} */
  public static ParameterSet standard() {
    return SPEC.standard();
  }

  @Override
  public ModelSpec spec() {
    return SPEC;
  }

  /**
   * Returns, after the rows of both variants and all times a d, what each population gets from
   * itself and from the other: the left one, then the right one.
   */
  @Override
  public double[][] prepare(double[][] theta, int lanes) {
    double[][] t = theta;
    double[][] c = new double[Gates.ROWS + 4][t[0].length];
    for (int i = 0; i < lanes; i++) {
      double slope = t[7][i] * t[9][i];
      c[BACKGROUND][i] = slope * t[6][i] * t[5][i] - t[9][i] * t[8][i];
      c[PER_CURRENT][i] = slope;
      c[INVERSE_D][i] = 1 / t[9][i];
      Gates.prepare(c, t[4][i], t[10][i], t[11][i], i);
      c[Gates.ROWS][i] = slope * t[0][i];
      c[Gates.ROWS + 1][i] = -slope * t[2][i];
      c[Gates.ROWS + 2][i] = slope * (t[0][i] + t[1][i]);
      c[Gates.ROWS + 3][i] = -slope * (t[2][i] + t[3][i]);
    }
    return c;
  }

  @Override
  public void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    Gates.drift(this, y, constants, u, dydt, lanes);
  }

  /** The input is d (a x - b). */
  @Override
  public void fire(
      double[][] s, double[][] constants, double[][] input, double[][] out, int lanes) {
    for (int p = 0; p < 2; p++) {
      double[] fromSelf = constants[Gates.ROWS + 2 * p];
      double[] fromOther = constants[Gates.ROWS + 2 * p + 1];
      excite(fromSelf, s[p], fromOther, s[1 - p], input[p], out[p], lanes);
      Lanes.thresholdLinear(out[p], out[p], lanes);
    }
  }

  @Override
  public void fireAlike(
      double[][] s, double[][] constants, double[][] input, double[][] out, int lanes) {
    for (int p = 0; p < 2; p++) {
      double fromSelf = constants[Gates.ROWS + 2 * p][0];
      double fromOther = constants[Gates.ROWS + 2 * p + 1][0];
      excite(fromSelf, s[p], fromOther, s[1 - p], input[p], out[p], lanes);
      Lanes.thresholdLinear(out[p], out[p], lanes);
    }
  }

  private static void excite(
      double a, double[] s, double b, double[] other, double[] input, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(a, s[i], Math.fma(b, other[i], input[i]));
    }
  }

  /** Computes {@code out = input + a s + b other}. */
  static void excite(
      double[] a, double[] s, double[] b, double[] other, double[] input, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(a[i], s[i], Math.fma(b[i], other[i], input[i]));
    }
  }

  @Override
  public Parameter stimulusCoupling() {
    return J_EXT;
  }

  @Override
  public Parameter noiseAmplitude() {
    return SIGMA;
  }

  private static Parameter excess(String symbol) {
    return Parameter.of(symbol, "nA", 0).possible(-10, 10).meaningful(-0.05, 0.05);
  }

  @Override
  public String toString() {
    return SPEC.toString();
  }
}
