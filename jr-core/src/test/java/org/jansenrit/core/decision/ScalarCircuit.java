package org.jansenrit.core.decision;

import java.util.Random;

/** The circuit as one would write it without lanes: one trial at a time, steps of 1 ms. */
final class ScalarCircuit {
  private static final double GAMMA = 0.641e-3;
  private final double self;
  private final double cross;
  private final double background;
  private final double coupling;
  private final double sigma;
  private final double selfAmpa;
  private final double crossAmpa;

  private ScalarCircuit(
      double self,
      double cross,
      double background,
      double coupling,
      double sigma,
      double selfAmpa,
      double crossAmpa) {
    this.self = self;
    this.cross = cross;
    this.background = background;
    this.coupling = coupling;
    this.sigma = sigma;
    this.selfAmpa = selfAmpa;
    this.crossAmpa = crossAmpa;
  }

  static ScalarCircuit withoutAmpa(double self, double cross, double beta, double sigma) {
    return new ScalarCircuit(self, cross, beta * 0.3255, 5.2e-4, sigma, 0, 0);
  }

  static ScalarCircuit withAmpa() {
    return new ScalarCircuit(0.1561, 0.0264, 0.3496, 2.243e-4, 0.007, 9.9026e-4, 6.5177e-5);
  }

  /** Returns the steps from stimulus to decision, negative where the right was chosen. */
  int[] run(int trials, double coherence, int settling, long seed) {
    Random random = new Random(seed);
    int[] steps = new int[trials];
    for (int i = 0; i < trials; i++) {
      steps[i] = trial(coherence, settling, random);
    }
    return steps;
  }

  private int trial(double coherence, int settling, Random random) {
    double decay = Math.exp(-0.5);
    double sd = sigma / Math.sqrt(2);
    double sl = 0.1;
    double sr = 0.1;
    double nl = sd * random.nextGaussian();
    double nr = sd * random.nextGaussian();
    for (int k = -settling; k < 2500; k++) {
      double stimulus = k < 0 ? 0 : coupling * 30;
      double xl = self * sl - cross * sr + background + stimulus * (1 + coherence / 100) + nl;
      double xr = self * sr - cross * sl + background + stimulus * (1 - coherence / 100) + nr;
      sl += -sl / 100 + (1 - sl) * GAMMA * rate(xl, xr);
      sr += -sr / 100 + (1 - sr) * GAMMA * rate(xr, xl);
      nl = decay * nl + sd * Math.sqrt(1 - decay * decay) * random.nextGaussian();
      nr = decay * nr + sd * Math.sqrt(1 - decay * decay) * random.nextGaussian();
      double frequency = Math.max(sl, sr) / ((1 - Math.max(sl, sr)) * GAMMA * 100);
      if (k >= 0 && frequency >= 15) {
        return sl > sr ? k + 1 : -k - 1;
      }
    }
    return 0;
  }

  private double rate(double x, double other) {
    double d = 0.154 - 30 * selfAmpa;
    double ampa = other >= 0.4 ? crossAmpa * (106 - 276 * other) : 0;
    double u = (270 + 239400 * selfAmpa) * x - ampa - (108 + 97000 * selfAmpa);
    return u / (1 - Math.exp(-d * u));
  }
}
