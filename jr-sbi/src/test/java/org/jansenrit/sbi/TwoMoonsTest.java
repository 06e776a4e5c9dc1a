package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

/**
 * Two moons of the public benchmark: two thin crescents over a box.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
class TwoMoonsTest {
  private static final int GRID = 1000;
  private static final Prior PRIOR = Mixtures.uniform(2, -1, 1);

  /**
   * 1/2 + TV/2 is the best accuracy that any classifier could have: 0.5 if the posterior is
   * perfect, 0.564 of the best eight normals. Where some of them learn nothing it is 0.67.
   */
  @Test
  void posteriorIsNearTheExactOne() throws IOException {
    Training training = Training.standard().epochs(40).batchSize(200).learningRate(2e-3);
    var recipe = Snpe.of(PRIOR).density(new MixtureDensity(8, 64)).training(training);
    Features observed =
        Features.of(new double[][] {Benchmark.observation("two_moons", 1)}, List.of("x1", "x2"));
    try (var amortized = recipe.fit(simulate(10_000, 1))) {
      double best = 0.5 + variation(amortized.given(observed), observed.row(0)) / 2;
      assertTrue(best < 0.65, "best accuracy of a classifier " + best);
    }
  }

  private static Dataset<Features> simulate(int n, long seed) {
    ParameterTable theta = PRIOR.sample(n, seed);
    Random random = new Random(seed);
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      double angle = Math.PI * (random.nextDouble() - 0.5);
      double radius = 0.1 + 0.01 * random.nextGaussian();
      double[] at = moved(theta.get(i, 0), theta.get(i, 1));
      x[i] =
          new double[] {radius * Math.cos(angle) + 0.25 + at[0], radius * Math.sin(angle) + at[1]};
    }
    return Dataset.of(theta, Features.of(x, List.of("x1", "x2")));
  }

  private static double[] moved(double a, double b) {
    return new double[] {-Math.abs(a + b) / Math.sqrt(2), (b - a) / Math.sqrt(2)};
  }

  /** Total variation between the posterior and the exact one, both summed over the same grid. */
  private static double variation(Posterior posterior, double[] x) {
    double[][] points = new double[GRID * GRID][];
    double[] exact = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      int row = i / GRID;
      points[i] = new double[] {2 * (row + 0.5) / GRID - 1, 2 * (i % GRID + 0.5) / GRID - 1};
      exact[i] = likelihood(points[i], x);
    }
    double[] log = posterior.logDensity(ParameterTable.of(PRIOR.parameters(), points));
    double[] found = Arrays.stream(log).map(Math::exp).toArray();
    return distance(found, exact);
  }

  private static double distance(double[] q, double[] p) {
    double totalQ = Arrays.stream(q).sum();
    double totalP = Arrays.stream(p).sum();
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.max(0, p[i] / totalP - q[i] / totalQ);
    }
    return sum;
  }

  private static double likelihood(double[] theta, double[] x) {
    double[] at = moved(theta[0], theta[1]);
    double u = x[0] - at[0] - 0.25;
    double v = x[1] - at[1];
    double radius = Math.hypot(u, v);
    double score = (radius - 0.1) / 0.01;
    return u > 0 ? Math.exp(-0.5 * score * score) / radius : 0;
  }
}
