package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/**
 * Between theta, in the units of the parameters, and u, over which densities are learnt: z, in
 * which the prior is N(0, I), or asinh(z) for each bounded parameter if posteriors are cut at
 * bounds. Immutable.
 *
 * <p>A normal in the units of a parameter that is cut at the bounds of a uniform prior is skewed
 * over z, but almost normal over asinh(z), which lies between z and the parameter's own scale.
 * Beyond |z| = 2, which is 2 % of the prior on either side, the map goes on as a straight line:
 * where it went on as asinh, tails over z would be so heavy that densities had peaks at the bounds.
 */
final class PriorTransform {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int PROBES = 32;
  private static final double FAR = 40;
  private static final double KNEE = 2;
  private static final double BENT_KNEE = Math.log(KNEE + Math.sqrt(1 + KNEE * KNEE));
  private static final double LAST_SLOPE = 1 / Math.sqrt(1 + KNEE * KNEE);

  private final Prior prior;
  private final boolean[] bent;
  private final boolean cut;
  private final boolean[] alone;

  private PriorTransform(Prior prior, boolean[] bent) {
    this.prior = prior;
    this.bent = bent;
    this.cut = IntStream.range(0, bent.length).anyMatch(j -> bent[j]);
    this.alone = new boolean[bent.length];
    Arrays.fill(alone, true);
    UniformRandomProvider random = Streams.of(0).random(0, Streams.PRIOR);
    for (int i = 0; i < PROBES; i++) {
      probe(normals(random, alone.length));
    }
  }

  /** Returns the transform between theta and z. */
  static PriorTransform of(Prior prior) {
    return new PriorTransform(prior, new boolean[prior.parameters().size()]);
  }

  private static double[] normals(UniformRandomProvider random, int d) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] z = new double[d];
    Arrays.setAll(z, j -> normal.sample());
    return z;
  }

  private void probe(double[] u) {
    double[] theta = toTheta(u);
    for (int j = 0; j < u.length; j++) {
      double higher = coordinate(j, u[j] + 0.5);
      alone[j] &= coordinate(j, u[j]) == theta[j] && higher >= theta[j];
    }
  }

  /**
   * Returns the transform between theta and asinh(z) where parameters are bounded on both sides.
   *
   * @throws IllegalArgumentException if none is
   */
  PriorTransform cutAtBounds() {
    boolean[] bounded = new boolean[alone.length];
    for (int j = 0; j < bounded.length; j++) {
      bounded[j] = alone[j] && ends(j, FAR) && ends(j, -FAR);
    }
    PriorTransform found = new PriorTransform(prior, bounded);
    if (!found.cut) {
      throw new IllegalArgumentException(
          "no parameter of the prior "
              + prior
              + " has two bounds, so no posterior is cut there; learn without cutAtBounds()");
    }
    return found;
  }

  private boolean ends(int j, double u) {
    return coordinate(j, u) == coordinate(j, 2 * u);
  }

  /** Returns the transform of some of the parameters, bent as they are here. */
  PriorTransform marginal(List<Parameter> some) {
    Prior part = prior.marginal(some);
    boolean[] own = new boolean[part.parameters().size()];
    for (int j = 0; j < own.length; j++) {
      own[j] = bent[prior.parameters().indexOf(part.parameters().get(j))];
    }
    return new PriorTransform(part, own);
  }

  Prior prior() {
    return prior;
  }

  /** Returns whether some parameter is learnt over asinh(z). */
  boolean isCutAtBounds() {
    return cut;
  }

  /**
   * Returns whether parameter {@code j} is an increasing function of u[j] only, as it is under any
   * product of one-parameter priors. A prior does not say so: it is seen on {@value #PROBES} points
   * at which the other coordinates are set to zero, and must change no bit.
   */
  boolean standsAlone(int j) {
    return alone[j];
  }

  /** Returns parameter {@code j} at u[j] = {@code u}, the other coordinates being zero. */
  double coordinate(int j, double u) {
    double[] point = new double[alone.length];
    point[j] = u;
    return toTheta(point)[j];
  }

  double[] toTheta(double[] u) {
    return prior.fromNormal(straight(u));
  }

  double[] fromTheta(double[] theta) {
    return bend(prior.toNormal(theta));
  }

  /** Returns u of each row. */
  double[][] fromTheta(ParameterTable theta) {
    double[][] u = new double[theta.size()][];
    Arrays.setAll(u, i -> fromTheta(theta.row(i)));
    return u;
  }

  /** Returns z at u, which may be the same array. */
  double[] straight(double[] u) {
    if (!cut) {
      return u;
    }
    double[] z = u.clone();
    for (int j = 0; j < z.length; j++) {
      z[j] = bent[j] ? straight(u[j]) : u[j];
    }
    return z;
  }

  /** Returns u at z, which may be the same array. */
  double[] bend(double[] z) {
    if (!cut) {
      return z;
    }
    double[] u = z.clone();
    for (int j = 0; j < u.length; j++) {
      u[j] = bent[j] ? bend(z[j]) : z[j];
    }
    return u;
  }

  private static double straight(double u) {
    double beyond = Math.abs(u) - BENT_KNEE;
    if (beyond > 0) {
      return Math.copySign(KNEE + beyond / LAST_SLOPE, u);
    }
    double e = Math.exp(u); // one exponential costs less than Math.sinh
    return 0.5 * (e - 1 / e);
  }

  private static double bend(double z) {
    double size = Math.abs(z);
    double bent =
        size > KNEE
            ? BENT_KNEE + (size - KNEE) * LAST_SLOPE
            : Math.log(size + Math.sqrt(1 + size * size));
    return Math.copySign(bent, z);
  }

  /** Returns the log density of the prior over u, at the point whose z is given. */
  double logPrior(double[] z) {
    double squares = Triangular.dot(z, 0, z, 0, z.length);
    return -0.5 * squares - z.length * HALF_LOG_TWO_PI - logSlope(z);
  }

  /** Returns log |du/dz|. */
  double logSlope(double[] z) {
    double log = 0;
    for (int j = 0; j < z.length; j++) {
      log -= bent[j] ? 0.5 * Math.log1p(Math.min(z[j] * z[j], KNEE * KNEE)) : 0;
    }
    return log;
  }

  /** Returns log |du/dtheta| at the point of these theta and z. */
  double logJacobian(double[] theta, double[] z) {
    return prior.logDensity(theta) - logPrior(z);
  }

  @Override
  public String toString() {
    return prior + (cut ? ", posteriors cut at its bounds" : "");
  }
}
