package org.jansenrit.core.drive;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.math.Lanes;

/**
 * The values of some processes at the start of the interval, each of unit variance. Their values at
 * its end and the mean of their sum over it are jointly Gaussian: one normal per process, and one
 * for what the mean does not share with the values.
 */
final class RelaxationPath implements Drive.Path {
  private final LaneBlock block;
  private final LaneBlock first;
  private final List<RelaxationStep> steps;
  private final double ownSd;
  private final double[] sd;
  private final double[][] x;
  private final double[][] z;

  /**
   * Starts from the stationary law.
   *
   * @param sd the standard deviation of the sum in each lane; live
   */
  RelaxationPath(LaneBlock block, List<RelaxationNoise.Part> parts, double[] sd) {
    this.block = block;
    this.first = block.part(0);
    this.steps = parts.stream().map(p -> RelaxationStep.of(p, block.interval())).toList();
    this.ownSd = Math.sqrt(steps.stream().mapToDouble(RelaxationStep::ownVariance).sum());
    this.sd = sd;
    this.x = new double[parts.size()][block.lanes()];
    this.z = new double[2 * (parts.size() / 2 + 1)][block.lanes()];
    for (int lane = 0; lane < block.lanes(); lane++) {
      restart(lane);
    }
  }

  /** Draws the first values from a stream of their own. */
  @Override
  public void restart(int lane) {
    SharedStateContinuousSampler normal =
        ZigguratSampler.NormalizedGaussian.of(first.generator(lane));
    for (double[] values : x) {
      values[lane] = normal.sample();
    }
  }

  @Override
  public void mean(double[] out) {
    int n = block.lanes();
    for (int k = 0; k < z.length; k += 2) {
      block.random().pair(z[k], z[k + 1]);
    }
    Lanes.scale(ownSd, z[steps.size()], out, n);
    for (int k = 0; k < x.length; k++) {
      advance(steps.get(k), x[k], z[k], out, n);
    }
    Lanes.multiply(sd, out, out, n);
  }

  private static void advance(
      RelaxationStep step, double[] x, double[] z, double[] out, int lanes) {
    double ofValue = step.meanOfValue();
    double ofNormal = step.meanOfNormal();
    double decay = step.decay();
    double valueSd = step.valueSd();
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(ofValue, x[i], Math.fma(ofNormal, z[i], out[i]));
      x[i] = Math.fma(decay, x[i], valueSd * z[i]);
    }
  }
}
