package org.jansenrit.sbi;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;

/** Between z, where densities are learnt, and theta, in the units of the parameters. */
final class PriorTransform {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int PROBES = 32;

  private final Prior prior;
  private final boolean[] alone;

  PriorTransform(Prior prior) {
    this.prior = prior;
    this.alone = new boolean[prior.parameters().size()];
    Arrays.fill(alone, true);
    UniformRandomProvider random = Streams.of(0).random(0, Streams.PRIOR);
    for (int i = 0; i < PROBES; i++) {
      probe(normals(random, alone.length));
    }
  }

  private static double[] normals(UniformRandomProvider random, int d) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] z = new double[d];
    Arrays.setAll(z, j -> normal.sample());
    return z;
  }

  private void probe(double[] z) {
    double[] theta = prior.fromNormal(z);
    for (int j = 0; j < z.length; j++) {
      double higher = coordinate(j, z[j] + 0.5);
      alone[j] &= coordinate(j, z[j]) == theta[j] && higher >= theta[j];
    }
  }

  Prior prior() {
    return prior;
  }

  /**
   * Returns whether parameter {@code j} is an increasing function of z[j] only, as it is under any
   * product of one-parameter priors. A prior does not say so: it is seen on {@value #PROBES} points
   * at which the other coordinates are set to zero, and must change no bit.
   */
  boolean standsAlone(int j) {
    return alone[j];
  }

  /** Returns parameter {@code j} at z[j] = {@code z}, the other coordinates being zero. */
  double coordinate(int j, double z) {
    double[] point = new double[alone.length];
    point[j] = z;
    return prior.fromNormal(point)[j];
  }

  /** Returns log |dz/dtheta| = log p(theta) - log N(z; 0, I). */
  double logJacobian(double[] theta, double[] z) {
    double squares = Triangular.dot(z, 0, z, 0, z.length);
    return prior.logDensity(theta) + 0.5 * squares + z.length * HALF_LOG_TWO_PI;
  }
}
