package org.jansenrit.core.decision;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.quantity.Time;

/**
 * The proportional-rate drift diffusion model: evidence is Brownian motion with a drift of k times
 * the coherence, and decides where it leaves (-A, A).
 *
 * <p>Accuracy and mean decision time are known in closed form. Steps are Euler's; the bounds are
 * moved inwards by 0.5826 sqrt(step), so that evidence seen at steps only leaves them when
 * continuous evidence would leave A, but for terms of higher order.
 *
 * @see <a href="https://doi.org/10.1167/5.5.1">Palmer, Huk &amp; Shadlen (2005)</a>
 * @see <a href="https://doi.org/10.1111/1467-9965.00035">Broadie, Glasserman &amp; Kou (1997) on
 *     the bounds</a>
 */
public final class DriftDiffusion implements DecisionModel {
  /**
   * Drift per unit of coherence, k, in 1/sqrt(s): at a coherence of 100 %. Noise has intensity 1.
   */
  public static final Parameter K =
      Parameter.of("k", "1/sqrt(s)", 12).possible(0, 1e3).meaningful(4, 30);

  /** Distance of either bound from the start, A, in sqrt(s). */
  public static final Parameter BOUND =
      Parameter.of("A", "sqrt(s)", 0.8).possible(0.01, 100).meaningful(0.4, 1.2);

  /** -zeta(1/2) / sqrt(2 pi). */
  private static final double OVERSHOOT = 0.5825971579390107;

  private static final DriftDiffusion MODEL = new DriftDiffusion();

  private DriftDiffusion() {}

  /** {@return the model} */
  public static DriftDiffusion model() {
    return MODEL;
  }

  /**
   * {@return the probability of a choice that goes with the stimulus, 1 / (1 + exp(-2 A k c)), c
   * being the coherence as a share of 1}
   *
   * @param k drift per unit of coherence, in 1/sqrt(s)
   * @param bound the distance A of either bound from the start, in sqrt(s)
   * @param coherence in percent, of either sign
   */
  public static double accuracy(double k, double bound, double coherence) {
    return 1 / (1 + Math.exp(-2 * bound * k * Math.abs(coherence) / 100));
  }

  /**
   * Returns the mean decision time, A / (k c) tanh(A k c), which is the same for both choices; c is
   * the coherence as a share of 1.
   *
   * @param k drift per unit of coherence, in 1/sqrt(s)
   * @param bound the distance A of either bound from the start, in sqrt(s)
   * @param coherence in percent, of either sign
   * @return in s; A&sup2; without drift
   */
  public static double meanDecisionTime(double k, double bound, double coherence) {
    double drift = k * Math.abs(coherence) / 100;
    return drift == 0 ? bound * bound : bound / drift * Math.tanh(bound * drift);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(K, BOUND);
  }

  @Override
  public TrialLanes start(int lanes, Time step) {
    return new Walks(lanes, step.seconds());
  }

  /** Brownian motions between bounds. */
  private static final class Walks implements TrialLanes {
    private final int lanes;
    private final double step;
    private final double root;
    private final double[] x;
    private final double[] drift;
    private final double[] noise;
    private final double[] bound;

    Walks(int lanes, double step) {
      this.lanes = lanes;
      this.step = step;
      this.root = Math.sqrt(step);
      this.x = Lanes.array(lanes);
      this.drift = Lanes.array(lanes);
      this.noise = Lanes.array(lanes);
      this.bound = Lanes.array(lanes);
    }

    @Override
    public Condition prepare(ParameterSet theta, double coherence) {
      double perStep = theta.get(K) * coherence / 100 * step;
      double corrected = theta.get(BOUND) - OVERSHOOT * root;
      return new Condition() {
        @Override
        public void restart(int lane, UniformRandomProvider random) {
          x[lane] = 0;
          drift[lane] = 0;
          noise[lane] = 0; // evidence is the stimulus's
          bound[lane] = corrected;
        }

        @Override
        public void stimulate(int lane) {
          drift[lane] = perStep;
          noise[lane] = root;
        }
      };
    }

    @Override
    public void advance(double[] z1, double[] z2, double[] lead) {
      for (int i = 0; i < lanes; i++) {
        x[i] += Math.fma(noise[i], z1[i], drift[i]);
        lead[i] = Math.abs(x[i]) - bound[i];
      }
    }

    @Override
    public boolean leadsLeft(int lane) {
      return x[lane] > 0;
    }
  }

  @Override
  public String toString() {
    return "drift diffusion";
  }
}
