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
  private final double[][] constants;

  /** What each lane's trial is one of; how many are of another condition than the newest. */
  private final Trial[] trials;

  private Trial newest;
  private int others;

  WongWangLanes(WongWangDecision decision, int lanes, Time step) {
    this.decision = decision;
    this.circuit = decision.circuit();
    this.lanes = lanes;
    this.step = step.seconds();
    // in one go, so that they lie alike: vectors of one are aligned where those of another are
    double[][] all = arrays(13 + circuit.prepare(standard(), 1).length);
    this.gate = Arrays.copyOfRange(all, 0, 2);
    this.input = Arrays.copyOfRange(all, 2, 4);
    this.pull = Arrays.copyOfRange(all, 4, 6);
    this.fired = Arrays.copyOfRange(all, 6, 8);
    this.decay = all[8];
    this.kick = all[9];
    this.keep = all[10];
    this.gain = all[11];
    this.bound = all[12];
    this.trials = new Trial[lanes];
    this.constants = Arrays.copyOfRange(all, 13, all.length);
  }

  private double[][] standard() {
    return circuit.spec().parameters().stream()
        .map(p -> new double[] {p.standard()})
        .toArray(double[][]::new);
  }

  private double[][] arrays(int count) {
    return new double[count][Lanes.array(lanes).length];
  }

  @Override
  public Condition prepare(ParameterSet theta, double coherence) {
    double[][] column =
        circuit.spec().parameters().stream()
            .map(p -> new double[] {theta.get(p)})
            .toArray(double[][]::new);
    double[][] own = circuit.prepare(column, 1);
    return new Trial(theta, coherence, own);
  }

  /** Rates of the state before the step decide, or gates after it. */
  @Override
  public void advance(double[] z1, double[] z2, double[] lead) {
    if (others > 0) {
      advanceEach(z1, z2);
    } else {
      advanceAlike(z1, z2);
    }
    double[][] leading = decision.onRate() ? fired : gate;
    lead(leading[0], leading[1], bound, lead, lanes);
  }

  private void advanceEach(double[] z1, double[] z2) {
    circuit.fire(gate, constants, input, fired, lanes);
    open(gate[0], gate[1], fired[0], fired[1], keep, gain, lanes);
    relax(input[0], decay, pull[0], kick, z1, lanes);
    relax(input[1], decay, pull[1], kick, z2, lanes);
  }

  /** Does the same where all trials are of one condition, with fewer arrays to read. */
  private void advanceAlike(double[] z1, double[] z2) {
    circuit.fireAlike(gate, constants, input, fired, lanes);
    open(gate[0], gate[1], fired[0], fired[1], keep[0], gain[0], lanes);
    relax(input[0], decay[0], pull[0], kick[0], z1, lanes);
    relax(input[1], decay[0], pull[1], kick[0], z2, lanes);
  }

  private static void lead(double[] left, double[] right, double[] bound, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.max(left[i], right[i]) - bound[i];
    }
  }

  private static void open(
      double[] l,
      double[] r,
      double[] firedL,
      double[] firedR,
      double[] keep,
      double[] gain,
      int n) {
    for (int i = 0; i < n; i++) {
      l[i] = Math.fma(1 - l[i], gain[i] * firedL[i], keep[i] * l[i]);
      r[i] = Math.fma(1 - r[i], gain[i] * firedR[i], keep[i] * r[i]);
    }
  }

  private static void open(
      double[] l, double[] r, double[] firedL, double[] firedR, double keep, double gain, int n) {
    for (int i = 0; i < n; i++) {
      l[i] = Math.fma(1 - l[i], gain * firedL[i], keep * l[i]);
      r[i] = Math.fma(1 - r[i], gain * firedR[i], keep * r[i]);
    }
  }

  private static void relax(
      double[] x, double decay, double[] pull, double kick, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(decay, x[i], Math.fma(kick, z[i], pull[i]));
    }
  }

  private static void relax(
      double[] x, double[] decay, double[] pull, double[] kick, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(decay[i], x[i], Math.fma(kick[i], z[i], pull[i]));
    }
  }

  private void enter(Trial trial, int lane) {
    if (trial != newest) {
      newest = trial;
      others = lanes;
    }
    others -= trials[lane] == newest ? 0 : 1;
    trials[lane] = trial;
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
      enter(this, lane);
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
