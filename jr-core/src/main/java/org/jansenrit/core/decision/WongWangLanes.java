package org.jansenrit.core.decision;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.model.WongWangModel;
import org.jansenrit.core.quantity.Time;

/** Trials of the circuit: gates by Euler, noise exactly or by Euler-Maruyama. */
final class WongWangLanes implements TrialLanes {
  private final WongWangDecision decision;
  private final WongWangModel circuit;
  private final int lanes;
  private final double step;
  private final double[][] gate;
  private final double[][] input;
  private final double[][] pull;
  private final double[][] fired;
  private final double[] decay;
  private final double[] kick;
  private final double[] keep;
  private final double[] gain;
  private final double[] bound;
  private double[][] constants = {};

  WongWangLanes(WongWangDecision decision, int lanes, Time step) {
    this.decision = decision;
    this.circuit = decision.circuit();
    this.lanes = lanes;
    this.step = step.seconds();
    this.gate = arrays(2);
    this.input = arrays(2);
    this.pull = arrays(2);
    this.fired = arrays(2);
    this.decay = Lanes.array(lanes);
    this.kick = Lanes.array(lanes);
    this.keep = Lanes.array(lanes);
    this.gain = Lanes.array(lanes);
    this.bound = Lanes.array(lanes);
  }

  private double[][] arrays(int count) {
    double[][] arrays = new double[count][];
    Arrays.setAll(arrays, i -> Lanes.array(lanes));
    return arrays;
  }

  @Override
  public Condition prepare(ParameterSet theta, double coherence) {
    double[][] column =
        circuit.spec().parameters().stream()
            .map(p -> new double[] {theta.get(p)})
            .toArray(double[][]::new);
    double[][] own = circuit.prepare(column, 1);
    if (constants.length == 0) {
      constants = arrays(own.length);
    }
    return new Trial(theta, coherence, own);
  }

  /** Rates of the state before the step decide, or gates after it. */
  @Override
  public void advance(double[] z1, double[] z2, double[] lead) {
    circuit.fire(gate, constants, input, fired, lanes);
    if (decision.onRate()) {
      lead(fired[0], fired[1], bound, lead, lanes);
    }
    open(gate[0], fired[0], keep, gain, lanes);
    open(gate[1], fired[1], keep, gain, lanes);
    relax(input[0], decay, pull[0], kick, z1, lanes);
    relax(input[1], decay, pull[1], kick, z2, lanes);
    if (!decision.onRate()) {
      lead(gate[0], gate[1], bound, lead, lanes);
    }
  }

  private static void lead(double[] left, double[] right, double[] bound, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(left[i], right[i]) - bound[i];
    }
  }

  private static void open(double[] gate, double[] fired, double[] keep, double[] gain, int n) {
    for (int i = 0; i < n; i++) {
      gate[i] = Math.fma(1 - gate[i], gain[i] * fired[i], keep[i] * gate[i]);
    }
  }

  private static void relax(
      double[] x, double[] decay, double[] pull, double[] kick, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(decay[i], x[i], Math.fma(kick[i], z[i], pull[i]));
    }
  }

  @Override
  public boolean leadsLeft(int lane) {
    double[][] leading = decision.onRate() ? fired : gate;
    return leading[0][lane] > leading[1][lane];
  }

  /** One parameter set at one coherence, ready to be copied into lanes. Numbers are inputs. */
  private final class Trial implements Condition {
    private final double[][] own;
    private final double background;
    private final double left;
    private final double right;
    private final double sd;
    private final double ownDecay;
    private final double ownKick;
    private final double ownKeep;
    private final double ownGain;
    private final double ownBound;

    Trial(ParameterSet theta, double coherence, double[][] own) {
      this.own = own;
      double perCurrent = own[WongWangModel.PER_CURRENT][0];
      double inverseD = own[WongWangModel.INVERSE_D][0];
      double stimulus =
          perCurrent * theta.get(circuit.stimulusCoupling()) * theta.get(WongWangDecision.MU_0);
      this.background = own[WongWangModel.BACKGROUND][0];
      this.left = stimulus * (1 + coherence / 100);
      this.right = stimulus * (1 - coherence / 100);
      this.sd = perCurrent * theta.get(circuit.noiseAmplitude()) / Math.sqrt(2);
      double steps = step / (theta.get(WongWang.TAU_N) * 1e-3);
      boolean euler = decision.hasEulerNoise();
      this.ownDecay = euler ? 1 - steps : StrictMath.exp(-steps);
      this.ownKick = sd * Math.sqrt(euler ? 2 * steps : -StrictMath.expm1(-2 * steps));
      double gamma = theta.get(WongWang.GAMMA);
      double tau = theta.get(WongWang.TAU_S) * 1e-3;
      this.ownKeep = 1 - step / tau;
      this.ownGain = step * gamma * inverseD;
      double threshold = theta.get(WongWangDecision.THRESHOLD);
      double opened = threshold * gamma * tau;
      this.ownBound = decision.onRate() ? threshold / inverseD : opened / (1 + opened);
    }

    @Override
    public void restart(int lane, UniformRandomProvider random) {
      for (int k = 0; k < own.length; k++) {
        constants[k][lane] = own[k][0];
      }
      decay[lane] = ownDecay;
      kick[lane] = ownKick;
      keep[lane] = ownKeep;
      gain[lane] = ownGain;
      bound[lane] = ownBound;
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      for (int p = 0; p < 2; p++) {
        gate[p][lane] = start(random);
        input[p][lane] = background + sd * normal.sample();
        pull[p][lane] = (1 - ownDecay) * background;
      }
    }

    private double start(UniformRandomProvider random) {
      double low = decision.lowest();
      double high = decision.highest();
      return low < high ? random.nextDouble(low, high) : low;
    }

    /** The input jumps, and relaxes from now on towards what it jumped by. */
    @Override
    public void stimulate(int lane) {
      input[0][lane] += left;
      input[1][lane] += right;
      pull[0][lane] += (1 - ownDecay) * left;
      pull[1][lane] += (1 - ownDecay) * right;
    }
  }
}
