package org.jansenrit.core.decision;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.model.WongWangModel;
import org.jansenrit.core.quantity.Time;

/**
 * The circuit of Wong and Wang on trials of its own: which stimulus, which noise, and what counts
 * as a decision. Immutable; every method returns a new one.
 *
 * <p>Gates are stepped by Euler's method. Noise currents are Ornstein-Uhlenbeck processes that
 * start from their stationary law and are advanced exactly, whatever the step.
 *
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.3733-05.2006">Wong &amp; Wang (2006), J.
 *     Neurosci. 26</a>
 */
public final class WongWangDecision implements DecisionModel {
  /** Firing rate of the stimulus at zero coherence, mu_0, in Hz. */
  public static final Parameter MU_0 =
      Parameter.of("mu_0", "Hz", 30).possible(0, 1e3).meaningful(15, 45);

  /** Firing rate at which a decision is reached, theta, in Hz. */
  public static final Parameter THRESHOLD =
      Parameter.of("theta", "Hz", 15).possible(0, 1e3).meaningful(15, 20);

  private final WongWangModel circuit;
  private final boolean onRate;
  private final boolean eulerNoise;
  private final double lowest;
  private final double highest;

  private WongWangDecision(
      WongWangModel circuit, boolean onRate, boolean eulerNoise, double lowest, double highest) {
    this.circuit = circuit;
    this.onRate = onRate;
    this.eulerNoise = eulerNoise;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** {@return {@link #of} the variant without recurrent AMPA currents} */
  public static WongWangDecision standard() {
    return of(WongWang.model());
  }

  /**
   * {@return decisions of {@code circuit} by its gating variables, which start from 0.1}
   *
   * @param circuit the equations
   */
  public static WongWangDecision of(WongWangModel circuit) {
    return new WongWangDecision(circuit, false, false, 0.1, 0.1);
  }

  /**
   * Decides where a gating variable reaches the value it has at rest under the threshold rate: S /
   * ((1 - S) gamma tau_S) = theta. S is smooth, so decision times hardly depend on the step.
   *
   * @return this with a threshold on S, which is the default
   */
  public WongWangDecision thresholdOnGating() {
    return new WongWangDecision(circuit, false, eulerNoise, lowest, highest);
  }

  /**
   * Decides where a firing rate r(I) reaches the threshold. It carries the instantaneous noise, so
   * decisions come earlier, by some 270 ms at the standard set, the more so the shorter the step.
   *
   * @return this with a threshold on r
   */
  public WongWangDecision thresholdOnRate() {
    return new WongWangDecision(circuit, true, eulerNoise, lowest, highest);
  }

  /**
   * Steps the noise by the Euler-Maruyama scheme, as published code does: its variance is then too
   * large by a factor of 1 / (1 - step / (2 tau_n)). For reproduction only.
   *
   * @return this with such noise
   */
  public WongWangDecision eulerNoise() {
    return new WongWangDecision(circuit, onRate, true, lowest, highest);
  }

  /**
   * Starts each gating variable from a value of its own in each trial, uniform between the bounds.
   *
   * @param low the lower bound of S, without unit
   * @param high the upper bound of S, without unit
   * @return this with random starts
   * @throws IllegalArgumentException unless 0 &lt;= low &lt;= high &lt; 1
   */
  public WongWangDecision startingBetween(double low, double high) {
    if (!(0 <= low && low <= high && high < 1)) {
      throw new IllegalArgumentException(
          "gating variables start in [0, 1), but the range was [" + low + ", " + high + "]");
    }
    return new WongWangDecision(circuit, onRate, eulerNoise, low, high);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(circuit.spec().parameters());
    all.addAll(List.of(MU_0, circuit.noiseAmplitude(), WongWang.TAU_N, THRESHOLD));
    return all;
  }

  @Override
  public TrialLanes start(int lanes, Time step) {
    return new WongWangLanes(this, lanes, step);
  }

  WongWangModel circuit() {
    return circuit;
  }

  boolean onRate() {
    return onRate;
  }

  boolean hasEulerNoise() {
    return eulerNoise;
  }

  double lowest() {
    return lowest;
  }

  double highest() {
    return highest;
  }

  @Override
  public String toString() {
    return circuit.spec().name()
        + ", threshold on "
        + (onRate ? "r" : "S")
        + (eulerNoise ? ", Euler-Maruyama noise" : ", exact noise")
        + ", from S in ["
        + lowest
        + ", "
        + highest
        + "]";
  }
}
