package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the highest density over theta by ascent from each component's mean and from the best
 * of some draws, in z, where the objective is log q(z) + log p(theta(z)) - log N(z; 0, I).
 *
 * <p>Directions are gradients in units of the mixture's local covariance, steps are doubled while
 * that helps and halved until it does. Points stay within |z| = 8, or as far out as the components
 * are: under a uniform prior the mode may be on the edge.
 */
final class ModeSearch {
  private static final double EDGE = 8;
  private static final int STARTS = 16;
  private static final int ITERATIONS = 200;
  private static final double ENOUGH = 1e-10;
  private static final double DIFFERENCE = 1e-5;
  private static final double SHORTEST = 1e-9;

  private final PriorTransform transform;
  private final GaussianMixture mixture;
  private final double[] edge;
  private final int d;

  ModeSearch(PriorTransform transform, GaussianMixture mixture) {
    this.transform = transform;
    this.mixture = mixture;
    this.d = mixture.dimensions();
    double[] far = new double[d];
    Arrays.fill(far, EDGE);
    this.edge = transform.bend(far);
    means().forEach(mean -> Arrays.setAll(edge, j -> Math.max(edge[j], Math.abs(mean[j]) + 1)));
  }

  /**
   * Returns the best theta.
   *
   * @param draws draws of z; the highest of them are starts too, since a density over a box may
   *     have its mode in a corner that no component's mean leads to
   */
  double[] run(double[][] draws) {
    double[] best =
        Stream.concat(means(), highest(draws))
            .map(start -> climb(clip(start.clone())))
            .max(Comparator.comparingDouble(this::height))
            .orElseThrow();
    return transform.toTheta(best);
  }

  private Stream<double[]> means() {
    return IntStream.range(0, mixture.size()).mapToObj(k -> mixture.component(k).mean);
  }

  private Stream<double[]> highest(double[][] draws) {
    double[] heights = Arrays.stream(draws).mapToDouble(this::height).toArray();
    return IntStream.range(0, draws.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -heights[i]))
        .limit(STARTS)
        .map(i -> draws[i]);
  }

  private double[] climb(double[] start) {
    double[] z = start;
    for (int i = 0; i < ITERATIONS; i++) {
      double[] next = step(z, direction(z));
      if (!(height(next) > height(z) + ENOUGH)) {
        return next;
      }
      z = next;
    }
    return z;
  }

  /** Returns the best of a line search, or {@code z} itself if nothing is higher. */
  private double[] step(double[] z, double[] direction) {
    double size = 1;
    double[] best = move(z, direction, size);
    while (!(height(best) > height(z)) && size > SHORTEST) {
      size /= 2;
      best = move(z, direction, size);
    }
    if (!(height(best) > height(z))) {
      return z;
    }
    double[] further = move(z, direction, 2 * size);
    while (height(further) > height(best)) {
      best = further;
      size *= 2;
      further = move(z, direction, 2 * size);
    }
    return best;
  }

  private double[] move(double[] z, double[] direction, double size) {
    double[] moved = z.clone();
    Arrays.setAll(moved, j -> z[j] + size * direction[j]);
    return clip(moved);
  }

  private double[] clip(double[] z) {
    Arrays.setAll(z, j -> Math.max(-edge[j], Math.min(edge[j], z[j])));
    return z;
  }

  private double height(double[] z) {
    return mixture.logDensity(z) + jacobian(z);
  }

  private double jacobian(double[] u) {
    double[] z = transform.straight(u);
    return transform.logJacobian(transform.prior().fromNormal(z), z);
  }

  private double[] direction(double[] z) {
    double[] shares = new double[mixture.size()];
    mixture.responsibilities(z, shares);
    double[] gradient = jacobianGradient(z);
    double[] precision = new double[d * d];
    for (int k = 0; k < shares.length; k++) {
      addComponent(mixture.component(k), shares[k], z, gradient, precision);
    }
    hold(z, gradient, precision);
    Triangular.cholesky(precision, d, Double.MIN_NORMAL);
    Triangular.solve(precision, gradient, d);
    Triangular.solveTransposed(precision, gradient, d);
    return gradient;
  }

  private double[] jacobianGradient(double[] z) {
    double[] gradient = new double[d];
    for (int j = 0; j < d; j++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[j] += DIFFERENCE;
      down[j] -= DIFFERENCE;
      gradient[j] = (jacobian(up) - jacobian(down)) / (2 * DIFFERENCE);
    }
    return gradient;
  }

  private void addComponent(
      NormalComponent c, double share, double[] z, double[] gradient, double[] precision) {
    double[] p = c.precision();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double entry = p[Math.max(i, j) * d + Math.min(i, j)];
        gradient[i] -= share * entry * (z[j] - c.mean[j]);
        precision[i * d + j] += share * entry;
      }
    }
  }

  /** Takes coordinates at the edge that would leave the box out of the system. */
  private void hold(double[] z, double[] gradient, double[] precision) {
    for (int j = 0; j < d; j++) {
      if (Math.abs(z[j]) >= edge[j] && z[j] * gradient[j] > 0) {
        gradient[j] = 0;
        for (int i = 0; i < d; i++) {
          precision[i * d + j] = 0;
          precision[j * d + i] = 0;
        }
        precision[j * d + j] = 1;
      }
    }
  }
}
