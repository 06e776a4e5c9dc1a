package org.jansenrit.core.model;

import java.util.List;
import org.jansenrit.core.math.Lanes;

/**
 * The cortical column of Jansen and Rit: pyramidal cells and two populations of interneurons.
 *
 * <p>Three synaptic kernels: y0 is the potential that pyramidal output raises on the interneurons,
 * y1 the excitatory and y2 the inhibitory potential on the pyramidal cells. Potentials are in mV,
 * rates in 1/s, as in the paper. The output y1 - y2 is the net potential on the pyramidal cells,
 * which the EEG follows.
 *
 * @see <a href="https://doi.org/10.1007/BF00199471">Jansen &amp; Rit (1995), Biol. Cybern. 73</a>
 */
public final class JansenRit implements KernelModel, DifferentiableModel {
  /** Excitatory synaptic gain, A (A_e, He in other sources), in mV. */
  public static final Parameter A =
      Parameter.of("A", "mV", 3.25).possible(0.1, 100).meaningful(2.6, 9.75);

  /** Inhibitory synaptic gain, B (A_i, Hi), in mV. */
  public static final Parameter B =
      Parameter.of("B", "mV", 22).possible(0.1, 1000).meaningful(17.6, 110);

  /** Inverse of the excitatory time constant, a (b_e), in 1/s. */
  public static final Parameter A_RATE =
      Parameter.of("a", "1/s", 100).possible(1, 1000).meaningful(50, 150);

  /** Inverse of the inhibitory time constant, b (b_i), in 1/s. */
  public static final Parameter B_RATE =
      Parameter.of("b", "1/s", 50).possible(1, 1000).meaningful(25, 75);

  /** Mean number of synaptic contacts, C; C_k is a_k C. */
  public static final Parameter C =
      Parameter.of("C", "1", 135).possible(1, 5000).meaningful(65, 1350);

  /** Share of contacts from pyramidal cells to excitatory interneurons, a_1 = C_1 / C. */
  public static final Parameter A_1 = contact("a_1", 1.0, 0.5, 1.5);

  /** Share of contacts from excitatory interneurons to pyramidal cells, a_2 = C_2 / C. */
  public static final Parameter A_2 = contact("a_2", 0.8, 0.4, 1.2);

  /** Share of contacts from pyramidal cells to inhibitory interneurons, a_3 = C_3 / C. */
  public static final Parameter A_3 = contact("a_3", 0.25, 0.125, 0.375);

  /** Share of contacts from inhibitory interneurons to pyramidal cells, a_4 = C_4 / C. */
  public static final Parameter A_4 = contact("a_4", 0.25, 0.125, 0.375);

  /** Potential at which a population fires at half its maximal rate, v_0, in mV. */
  public static final Parameter V_0 =
      Parameter.of("v_0", "mV", 6).possible(0.1, 100).meaningful(3.12, 6);

  /** Half of the maximal firing rate, e_0, in 1/s. */
  public static final Parameter E_0 =
      Parameter.of("e_0", "1/s", 2.5).possible(0.001, 100).meaningful(1.25, 3.75);

  /** Slope of the sigmoid, r, in 1/mV. */
  public static final Parameter R =
      Parameter.of("r", "1/mV", 0.56).possible(1e-5, 10).meaningful(0.28, 0.84);

  /** Firing rate that enters the excitatory kernel y1 from other areas, p, in 1/s. */
  public static final Port P = new Port("p", "1/s", true);

  /** Firing rate that enters the kernel y0 of the interneurons from outside, in 1/s. */
  public static final Port P_INTERNEURONS = new Port("p_0", "1/s", true);

  /** Firing rate that enters the inhibitory kernel y2 from outside, in 1/s. */
  public static final Port P_INHIBITORY = new Port("p_2", "1/s", true);

  private static final ModelSpec SPEC =
      ModelSpec.named("jansen-rit-1995")
          .state("y0", "mV", 0)
          .state("y1", "mV", 0)
          .state("y2", "mV", 0)
          .state("y3", "mV/s", 0)
          .state("y4", "mV/s", 0)
          .state("y5", "mV/s", 0)
          .parameters(A, B, A_RATE, B_RATE, C, A_1, A_2, A_3, A_4, V_0, E_0, R)
          .ports(P, P_INTERNEURONS, P_INHIBITORY)
          .output("mV", 0, 1, -1);

  private static final List<Kernel> KERNELS =
      List.of(
          Kernel.of(A, A_RATE, P_INTERNEURONS),
          Kernel.of(A, A_RATE, P),
          Kernel.of(B, B_RATE, P_INHIBITORY));

  private static final JansenRit MODEL = new JansenRit();

  private JansenRit() {}

  /** {@return the model} */
  public static JansenRit model() {
    return MODEL;
  }

  /** {@return the parameters of Jansen &amp; Rit (1995), which give an alpha rhythm at p = 220} */
  public static ParameterSet standard() {
    return SPEC.standard();
  }

  /**
   * {@return the defaults of The Virtual Brain, whose v_0 is 5.52 mV although its text says 6: its
   * only Hopf point lies at p = 516 1/s, so the rhythms differ from {@link #standard()}}
   *
   * @see <a href="https://doi.org/10.3389/fninf.2013.00010">Sanz Leon et al. (2013)</a>
   */
  public static ParameterSet theVirtualBrain() {
    return standard().with(V_0, 5.52);
  }

  /**
   * {@return the numbers of a published deep-learning benchmark with its two slips of unit: a slope
   * of 0.56 per volt and a maximal rate of 0.05 1/s} The column is then nearly a linear filter, and
   * connectivity cannot be learnt from it. For reproduction only.
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2024)</a>
   */
  public static ParameterSet asPublished() {
    return standard().with(R, 5.6e-4).with(E_0, 0.025);
  }

  @Override
  public ModelSpec spec() {
    return SPEC;
  }

  @Override
  public List<Kernel> kernels() {
    return KERNELS;
  }

  /** {@return r v_0, r, r C_1 and r C_3: where the sigmoids sit and how steep they are} */
  @Override
  public double[][] couplings(double[][] theta, int lanes) {
    double[][] c = new double[4][theta[0].length];
    for (int i = 0; i < lanes; i++) {
      double slope = theta[11][i];
      c[0][i] = slope * theta[9][i];
      c[1][i] = slope;
      c[2][i] = slope * theta[5][i] * theta[4][i];
      c[3][i] = slope * theta[7][i] * theta[4][i];
    }
    return c;
  }

  /** {@return the maximal rates 2 e_0, 2 e_0 C_2 and 2 e_0 C_4} */
  @Override
  public double[][] scales(double[][] theta, int lanes) {
    double[][] scales = new double[3][theta[0].length];
    for (int i = 0; i < lanes; i++) {
      double maximum = 2 * theta[10][i];
      scales[0][i] = maximum;
      scales[1][i] = maximum * theta[6][i] * theta[4][i];
      scales[2][i] = maximum * theta[8][i] * theta[4][i];
    }
    return scales;
  }

  @Override
  public void inputs(double[][] y, double[][] couplings, double[][] rates, int lanes) {
    double[][] c = couplings;
    Lanes.subtract(y[1], y[2], rates[0], lanes);
    Lanes.logisticAffine(c[0], c[1], rates[0], rates[0], lanes);
    Lanes.logisticAffine(c[0], c[2], y[0], rates[1], lanes);
    Lanes.logisticAffine(c[0], c[3], y[0], rates[2], lanes);
  }

  @Override
  public void tangent(
      double[][] y,
      double[][] theta,
      double[][] u,
      double[][] dy,
      double[][] dtheta,
      double[][] out,
      int lanes) {
    new JansenRitTangent().run(y, theta, u, dy, dtheta, out, lanes);
  }

  private static Parameter contact(String symbol, double standard, double low, double high) {
    return Parameter.of(symbol, "1", standard).possible(0.001, 10).meaningful(low, high);
  }

  @Override
  public String toString() {
    return SPEC.toString();
  }
}
