package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.diagnostics.Sbc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutAtBoundsTest {
  private static final double NOISE = Math.sqrt(0.1);
  private static final Prior BOX = Mixtures.uniform(2, -1, 1);
  private static final LinearOracle ORACLE = LinearOracle.identity(2, 1, NOISE);
  private static final List<Parameter> TWO = Mixtures.parameters(2);
  private static final PriorTransform MIXED =
      PriorTransform.of(
              Prior.of(Prior.logUniform(TWO.get(0), 0.1, 5), Prior.normal(TWO.get(1), 1, 2)))
          .cutAtBounds();

  @Property
  void transformIsUndoneAndItsSlopeIsTheDerivative(
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = -3, max = 3) double b) {
    double[] theta = MIXED.prior().fromNormal(new double[] {a, b});
    double[] u = MIXED.fromTheta(theta);
    assertArrayEquals(theta, MIXED.toTheta(u), 1e-9);
    assertEquals(Math.abs(a) < 2 ? Math.log(a + Math.sqrt(a * a + 1)) : bentFar(a), u[0], 1e-9);
    assertEquals(b, u[1], 1e-9); // a parameter without bounds stays as it is
    double h = 1e-5;
    double low = MIXED.coordinate(0, u[0] - h);
    double high = MIXED.coordinate(0, u[0] + h);
    double slope = Math.log(2 * h / (high - low)) - Math.log(2); // d b / d theta1 is 1 / 2
    assertEquals(slope, MIXED.logJacobian(theta, MIXED.straight(u)), 1e-5);
  }

  /** Beyond 2 the line that touches asinh there. */
  private static double bentFar(double z) {
    return Math.signum(z) * (1.4436354751788103 + (Math.abs(z) - 2) / Math.sqrt(5));
  }

  @Test
  void densityIntegratesToOne() {
    PriorTransform box = PriorTransform.of(Mixtures.uniform(2, 0, 1)).cutAtBounds();
    var posterior = new MixturePosterior(box, Mixtures.mixture(3, 2, 5).widened(0.3));
    int n = 800;
    double[][] rows = new double[n * n][];
    for (int i = 0; i < rows.length; i++) {
      int row = i / n;
      rows[i] = new double[] {(row + 0.5) / n, (i % n + 0.5) / n};
    }
    double sum = 0;
    for (double log : posterior.logDensity(ParameterTable.of(posterior.parameters(), rows))) {
      sum += Math.exp(log) / rows.length;
    }
    assertEquals(1, sum, 1e-3);
  }

  /** Losses are those over z, so that networks over different coordinates can be compared. */
  @Test
  void lossesAreThoseOfDensitiesOverZ() {
    GaussianMixture mixture = Mixtures.mixture(3, 2, 1);
    MixturePosterior posterior = new MixturePosterior(MIXED, mixture);
    ParameterTable theta = MIXED.prior().sample(10, 1);
    double[][] u = MIXED.fromTheta(theta);
    Proposals proposals = Proposals.prior(10).over(MIXED, u);
    PriorTransform plain = PriorTransform.of(MIXED.prior());
    for (int i = 0; i < 10; i++) {
      double[] row = theta.row(i);
      double overZ = posterior.logDensity(theta)[i] - plain.logJacobian(row, plain.fromTheta(row));
      assertEquals(-overZ, proposals.loss(mixture, i, u[i]), 1e-9);
    }
  }

  /**
   * Posteriors of a uniform parameter in [-1, 1] seen with noise of variance 0.1, by quadrature:
   * what the best normal over asinh(z), and over z, loses on them.
   */
  @Test
  void normalsThatAreCutAreAlmostNormalInTheseCoordinates() {
    PriorTransform plain = PriorTransform.of(Mixtures.uniform(1, -1, 1));
    double bent = 0;
    double straight = 0;
    for (double x = -1.4; x < 1.5; x += 0.2) {
      bent += loss(plain.cutAtBounds(), x) / 15;
      straight += loss(plain, x) / 15;
    }
    assertTrue(bent < 0.002 && straight > 0.02, bent + " nat for " + straight);
  }

  /** Returns the divergence of a posterior from the normal that has its moments over u. */
  private static double loss(PriorTransform transform, double x) {
    int n = 20_000;
    double[] p = new double[n];
    double[] u = new double[n];
    double[] slope = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      double[] theta = {2 * (i + 0.5) / n - 1};
      u[i] = transform.fromTheta(theta)[0];
      slope[i] = transform.logJacobian(theta, transform.prior().toNormal(theta));
      p[i] = Math.exp(-0.5 * Math.pow((x - theta[0]) / NOISE, 2));
      total += p[i];
    }
    double mean = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      p[i] /= total;
      mean += p[i] * u[i];
      square += p[i] * u[i] * u[i];
    }
    var normal = NormalDistribution.of(mean, Math.sqrt(square - mean * mean));
    double loss = 0;
    for (int i = 0; i < n; i++) {
      double found = normal.logDensity(u[i]) + slope[i];
      loss += p[i] * (Math.log(p[i] * n / 2 + 1e-300) - found);
    }
    return loss;
  }

  private static Snpe<? super Features> recipe() {
    return Snpe.of(BOX)
        .density(new MixtureDensity(1, 32))
        .training(Snpe.standardTraining().epochs(40));
  }

  /** One normal over z is skewed the wrong way near the bounds, and SBC sees it. */
  @Test
  void oneNormalIsCalibratedWhereOneOverZIsNot(@TempDir Path folder) {
    Dataset<Features> train = ORACLE.simulator().sample(BOX, 10_000, 1);
    Dataset<Features> test = ORACLE.simulator().sample(BOX, 2000, 2);
    double straight;
    try (var amortized = recipe().fit(train)) {
      straight = Sbc.run(amortized, test, 499, 3).smallestP();
    }
    try (var amortized = recipe().cutAtBounds().fit(train)) {
      double bent = Sbc.run(amortized, test, 499, 3).smallestP();
      assertTrue(bent > 0.01 && straight < 0.01, bent + " for " + straight);
      SavedPosteriorTest.assertKept(amortized, test, folder);
      assertRefused("no product in closed form", () -> amortized.givenAll(test.x().select(0, 1)));
    }
  }

  @Test
  void laterRoundsTruncateThePrior() {
    Snpe<? super Features> recipe = recipe().cutAtBounds();
    Features observed = ORACLE.features(new double[] {0.9, -0.2});
    for (var method : List.of(Rounds.Method.CLOSED_FORM, Rounds.Method.ATOMIC)) {
      assertRefused(
          "infer by TRUNCATED",
          () -> recipe.infer(ORACLE.simulator(), observed, Rounds.of(2, 100).method(method)));
    }
    var found =
        recipe.infer(
            ORACLE.simulator(), observed, Rounds.of(2, 2000).method(Rounds.Method.TRUNCATED));
    double[] mean = found.posterior().mean().toArray();
    assertEquals(cutMean(0.9), mean[0], 0.06);
    assertEquals(cutMean(-0.2), mean[1], 0.06);
    double[] mode = found.posterior().mode().toArray(); // of the cut normals: where they were
    assertEquals(0.9, mode[0], 0.11);
    assertEquals(-0.2, mode[1], 0.1);
  }

  /** Returns the mean of N(x, 0.1) cut to [-1, 1]. */
  private static double cutMean(double x) {
    var normal = NormalDistribution.of(x, NOISE);
    return x + 0.1 * (normal.density(-1) - normal.density(1)) / normal.probability(-1, 1);
  }

  @Test
  void priorsWithoutBoundsAreRefused() {
    assertRefused("has two bounds", () -> Snpe.of(Mixtures.normal(2, 1)).cutAtBounds());
  }

  private static void assertRefused(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
