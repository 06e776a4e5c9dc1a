package org.jansenrit.core.model;

import org.jansenrit.core.math.Lanes;

/**
 * The reduced model of perceptual decisions of Wong and Wang with recurrent AMPA currents. Their
 * effect on the rates is in closed form:
 *
 * <pre>
 * S_l' = -S_l / tau_S + (1 - S_l) gamma r_l
 * x_l  = J_N11 S_l - J_N12 S_r + J_ext mu_l + beta I_0 + I_l
 * r_l  = u / (1 - exp(-d u)), u = a x_l - f(x_r) - b
 * a = 270 + 239400 J_A11, b = 108 + 97000 J_A11, d = 0.154 - 30 J_A11
 * f(x) = J_A12 (106 - 276 x) where x is at least 0.4, else 0
 * </pre>
 *
 * <p>and the mirror image for r, numbers in Hz, nA and s. At zero J_A11 and J_A12 the equations are
 * those of {@link WongWang}, but none of the other couplings: the two presets are fits of their
 * own, and parameters of one are refused by the other.
 *
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.3733-05.2006">Wong &amp; Wang (2006), J.
 *     Neurosci. 26, appendix</a>
 */
public final class WongWangAmpa implements WongWangModel {
  /** Self-excitation through NMDA receptors, J_N11, in nA. */
  public static final Parameter J_N11 =
      Parameter.of("J_N11", "nA", 0.1561).possible(0, 10).meaningful(0.14, 0.18);

  /** Inhibition of the other population, J_N12, in nA. */
  public static final Parameter J_N12 =
      Parameter.of("J_N12", "nA", 0.0264).possible(0, 10).meaningful(0, 0.13);

  /** Self-excitation through AMPA receptors, J_A11, in nC. */
  public static final Parameter J_A11 =
      Parameter.of("J_A11", "nC", 9.9026e-4).possible(0, 5e-3).meaningful(5e-4, 1.5e-3);

  /** Effect of the other population through AMPA receptors, J_A12, in nC. */
  public static final Parameter J_A12 =
      Parameter.of("J_A12", "nC", 6.5177e-5).possible(0, 5e-3).meaningful(0, 1.3e-4);

  /** Coupling of the stimulus, J_A,ext, in nA/Hz. */
  public static final Parameter J_EXT =
      Parameter.of("J_A,ext", "nA/Hz", 2.243e-4).possible(0, 1).meaningful(1e-4, 4e-4);

  /** Background current, I_0, in nA; see {@link #asPublished} for the printed value. */
  public static final Parameter I_0 =
      Parameter.of("I_0,A", "nA", 0.3496).possible(-10, 10).meaningful(0.34, 0.36);

  /** Amplitude of the noise current, sigma: sqrt(2) times its standard deviation, in nA. */
  public static final Parameter SIGMA =
      Parameter.of("sigma_A", "nA", 0.007).possible(0, 1).meaningful(0.002, 0.012);

  private static final double KINK = 0.4;

  private static final ModelSpec SPEC =
      ModelSpec.named("wong-wang-2006-ampa")
          .state("S_l", "1", 0.1)
          .state("S_r", "1", 0.1)
          .parameters(
              J_N11, J_N12, J_A11, J_A12, J_EXT, I_0, WongWang.BETA, WongWang.GAMMA, WongWang.TAU_S)
          .ports(WongWang.MU_L, WongWang.MU_R, WongWang.I_L, WongWang.I_R);

  private static final int SCRATCH = Gates.ROWS + 5;

  private static final WongWangAmpa MODEL = new WongWangAmpa();

  private WongWangAmpa() {}

  /** {@return the model} */
  public static WongWangAmpa model() {
    return MODEL;
  }

  /**
   * {@return the constants of 2006 with recurrent AMPA currents, but for the background current: at
   * 0.3496 nA, which later users of the circuit found, there is a spontaneous state, and stimuli
   * lead to decisions}
   */
  public static ParameterSet standard() {
    return SPEC.standard();
  }

  /**
   * {@return the constants of 2006 as they are printed, with a background current of 0.2346 nA}
   * Rates have their threshold near 0.40 nA, so the circuit is silent, and no stimulus of the study
   * leads to a decision. For reproduction only.
   */
  public static ParameterSet asPublished() {
    return standard().with(I_0, 0.2346);
  }

  @Override
  public ModelSpec spec() {
    return SPEC;
  }

  /**
   * Returns, after the rows of both variants, J_N11, -J_N12, d a, d b and d J_A12, then two rows of
   * scratch.
   */
  @Override
  public double[][] prepare(double[][] theta, int lanes) {
    double[][] t = theta;
    double[][] c = new double[SCRATCH + 2][t[0].length];
    for (int i = 0; i < lanes; i++) {
      double d = 0.154 - 30 * t[2][i];
      c[BACKGROUND][i] = t[6][i] * t[5][i];
      c[PER_CURRENT][i] = 1;
      c[INVERSE_D][i] = 1 / d;
      Gates.prepare(c, t[4][i], t[7][i], t[8][i], i);
      c[Gates.ROWS][i] = t[0][i];
      c[Gates.ROWS + 1][i] = -t[1][i];
      c[Gates.ROWS + 2][i] = d * (270 + 239_400 * t[2][i]);
      c[Gates.ROWS + 3][i] = d * (108 + 97_000 * t[2][i]);
      c[Gates.ROWS + 4][i] = d * t[3][i];
    }
    return c;
  }

  @Override
  public void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    Gates.drift(this, y, constants, u, dydt, lanes);
  }

  /** The input is a part of x, in nA. */
  @Override
  public void fire(
      double[][] s, double[][] constants, double[][] input, double[][] out, int lanes) {
    double[][] c = constants;
    int k = Gates.ROWS;
    for (int p = 0; p < 2; p++) {
      WongWang.excite(c[k], s[p], c[k + 1], s[1 - p], input[p], c[SCRATCH + p], lanes);
    }
    for (int p = 0; p < 2; p++) {
      double[] x = c[SCRATCH + p];
      weigh(c[k + 2], x, c[k + 3], c[k + 4], c[SCRATCH + 1 - p], out[p], lanes);
      Lanes.thresholdLinear(out[p], out[p], lanes);
    }
  }

  /** Computes {@code out = d (a x - f(other) - b)}. */
  private static void weigh(
      double[] a, double[] x, double[] b, double[] coupling, double[] other, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double f = other[i] >= KINK ? coupling[i] * Math.fma(-276, other[i], 106) : 0;
      out[i] = Math.fma(a[i], x[i], -b[i] - f);
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

  @Override
  public String toString() {
    return SPEC.toString();
  }
}
