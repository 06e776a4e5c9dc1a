package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MixturePosteriorTest {
  private static final Prior BOX = Mixtures.uniform(2, -1, 1);
  private static final List<Parameter> TWO = BOX.parameters();

  @Test
  void densityOverABoxIntegratesToOne() {
    assertEquals(1, integral(Mixtures.posterior(BOX, 4, 1), -1, 1, -1, 1), 1e-3);
  }

  @Test
  void densityOverMixedPriorsIntegratesToOne() {
    Prior prior =
        Prior.of(
            Prior.logUniform(TWO.get(0), 0.5, 3), Prior.truncatedNormal(TWO.get(1), 1, 2, 0, 4));
    assertEquals(1, integral(Mixtures.posterior(prior, 3, 2), 0.5, 3, 0, 4), 1e-3);
  }

  private static double integral(Posterior posterior, double a, double b, double c, double d) {
    int n = 600;
    double[][] points = new double[n * n][];
    for (int i = 0; i < points.length; i++) {
      int row = i / n;
      points[i] = new double[] {a + (b - a) * (row + 0.5) / n, c + (d - c) * (i % n + 0.5) / n};
    }
    double cell = (b - a) * (d - c) / n / n;
    double[] log = posterior.logDensity(ParameterTable.of(posterior.parameters(), points));
    return Arrays.stream(log).map(Math::exp).sum() * cell;
  }

  @Test
  void densityIsZeroOutsideThePrior() {
    double[][] points = {{0, 0}, {1.001, 0}, {0, Double.NaN}};
    double[] log = Mixtures.posterior(BOX, 2, 1).logDensity(ParameterTable.of(TWO, points));
    assertTrue(Double.isFinite(log[0]));
    assertEquals(Double.NEGATIVE_INFINITY, log[1]);
    assertEquals(Double.NEGATIVE_INFINITY, log[2]);
  }

  @Test
  void densityOfManyIsThatOfEach() {
    Posterior posterior = Mixtures.posterior(BOX, 5, 3);
    ParameterTable draws = posterior.sample(3000, 1);
    double[] together = posterior.logDensity(draws);
    for (int i = 0; i < draws.size(); i += 7) {
      assertEquals(together[i], posterior.logDensity(draws.select(i))[0], 1e-12);
    }
  }

  @Test
  void drawsDependOnSeedAndRowOnly() throws Exception {
    Posterior posterior = Mixtures.posterior(BOX, 5, 3);
    double[] many = posterior.sample(5000, 11).column(TWO.get(0));
    double[] few = posterior.sample(1500, 11).column(TWO.get(0));
    assertArrayEquals(few, Arrays.copyOf(many, 1500));
    assertFalse(Arrays.equals(few, posterior.sample(1500, 12).column(TWO.get(0))));
    ForkJoinPool single = new ForkJoinPool(1);
    double[] alone = single.submit(() -> posterior.sample(5000, 11).column(TWO.get(0))).get();
    single.shutdown();
    assertArrayEquals(many, alone);
  }

  /** Under a normal prior the transform is linear. */
  @Test
  void momentsAreExactUnderNormalPriors() {
    double[] outputs = {0, 0.5, -1, Math.log(2), -8, 0.5};
    GaussianMixture mixture = GaussianMixture.of(new MixtureLayout(1, 2), outputs);
    Posterior posterior = new MixturePosterior(PriorTransform.of(Mixtures.normal(2, 3)), mixture);
    assertArrayEquals(new double[] {1.5, -3}, posterior.mean().toArray(), 1e-10);
    double[] z = mixture.covariance();
    assertEquals(9 * z[0], posterior.covariance()[0][0], 1e-10);
    assertEquals(9 * z[1], posterior.covariance()[0][1], 1e-10);
    assertEquals(3 * Math.sqrt(z[3]), posterior.sd(posterior.parameters().get(1)), 1e-10);
  }

  /** Four standard errors of 400,000 draws. */
  @Test
  void momentsUnderUniformPriorsAreThoseOfManyDraws() {
    Posterior posterior = Mixtures.posterior(BOX, 4, 9);
    Moments draws = Moments.of(posterior.sample(400_000, 3));
    assertArrayEquals(draws.mean(), posterior.mean().toArray(), 0.004);
    assertArrayEquals(draws.square()[0], posterior.covariance()[0], 0.003);
  }

  /** 400,000 draws: a share of 0.9 has a standard error of 0.0005. */
  @Test
  void intervalHoldsItsLevelOfTheDraws() {
    Posterior posterior = Mixtures.posterior(BOX, 4, 9);
    CredibleInterval interval = posterior.interval(TWO.get(1), 0.9);
    double[] draws = posterior.sample(400_000, 4).column(TWO.get(1));
    double share = Arrays.stream(draws).filter(interval::contains).count() / 400_000.0;
    double below = Arrays.stream(draws).filter(x -> x < interval.low()).count() / 400_000.0;
    assertEquals(0.9, share, 0.002);
    assertEquals(0.05, below, 0.0015);
  }

  /** Under such a prior quantiles do not map through the transform; draws are used instead. */
  @Test
  void intervalUnderACorrelatedPriorIsMadeFromDraws() {
    PriorTransform transform = PriorTransform.of(new CorrelatedPrior(TWO));
    assertTrue(transform.standsAlone(0));
    assertFalse(transform.standsAlone(1));
    double[] nearPrior = {0, 0, 0, -8, -8, 0};
    Posterior posterior =
        new MixturePosterior(transform, GaussianMixture.of(new MixtureLayout(1, 2), nearPrior));
    assertEquals(1.6449, posterior.interval(TWO.get(0), 0.9).high(), 1e-3);
    assertEquals(1.6449, posterior.interval(TWO.get(1), 0.9).high(), 0.05);
  }

  @Test
  void modeOfOneNormalUnderNormalPriorsIsItsMean() {
    Posterior posterior = Mixtures.posterior(Mixtures.normal(3, 2), 1, 4);
    assertArrayEquals(posterior.mean().toArray(), posterior.mode().toArray(), 1e-4);
  }

  /** Over a box a density may have peaks in corners too small to be found: 0.1 nat is allowed. */
  @Test
  void meanOfDrawsThatAllLieOnABoundIsThatBound() {
    Parameter p = Parameter.of("p", "1", 0).possible(0, 0.7);
    Posterior onTheBound =
        new Posterior() {
          @Override
          public List<Parameter> parameters() {
            return List.of(p);
          }

          @Override
          public ParameterTable sample(int n, long seed) {
            double[][] rows = new double[n][];
            Arrays.fill(rows, new double[] {0.7});
            return ParameterTable.of(parameters(), rows);
          }

          @Override
          public double[] logDensity(ParameterTable theta) {
            return new double[theta.size()];
          }
        };
    assertEquals(0.7, onTheBound.mean().get(p), 1e-12);
  }

  /** As after many trials of a rare parameter. */
  @Test
  void modeFarOutUnderANormalPriorIsFound() {
    PriorTransform prior = PriorTransform.of(Mixtures.normal(2, 1));
    double[] mean = {12, -30};
    var normal = NormalComponent.ofPrecision(mean.clone(), new double[] {4, 0, 0, 9}, 1);
    var posterior = new MixturePosterior(prior, GaussianMixture.of(new double[1], normal));
    for (int j = 0; j < 2; j++) {
      assertEquals(mean[j], posterior.mode().get(posterior.parameters().get(j)), 1e-6);
    }
  }

  @Test
  void modeIsAboutAsHighAsTheBestOfManyDraws() {
    for (int seed = 0; seed < 20; seed++) {
      Posterior posterior = Mixtures.posterior(BOX, 4, seed);
      double best =
          Arrays.stream(posterior.logDensity(posterior.sample(20_000, 1))).max().orElseThrow();
      double mode = posterior.logDensity(ParameterTable.of(posterior.mode()))[0];
      assertTrue(mode >= best - 0.1, "seed " + seed + ": " + mode + " < " + best);
    }
  }

  @Test
  void modeOfAnUninformativeUpperSlopeIsAtTheEdge() {
    double[] towardsTheEdge = {0, 3, Math.log(0.1)};
    Prior prior = Prior.uniform(JansenRit.A, 2.6, 9.75);
    Posterior posterior =
        new MixturePosterior(
            PriorTransform.of(prior), GaussianMixture.of(new MixtureLayout(1, 1), towardsTheEdge));
    assertEquals(9.75, posterior.mode().get(JansenRit.A), 1e-6);
  }

  @Test
  void defaultSummariesAgreeWithTheExactOnes() {
    Posterior exact = Mixtures.posterior(BOX, 3, 5);
    Posterior plain = new PlainPosterior(exact);
    assertArrayEquals(exact.mean().toArray(), plain.mean().toArray(), 0.02);
    assertEquals(exact.sd(TWO.get(0)), plain.sd(TWO.get(0)), 0.02);
    assertEquals(
        exact.interval(TWO.get(0), 0.8).low(), plain.interval(TWO.get(0), 0.8).low(), 0.03);
    double best = exact.logDensity(ParameterTable.of(exact.mode()))[0];
    assertEquals(best, exact.logDensity(ParameterTable.of(plain.mode()))[0], 0.5);
  }

  private record PlainPosterior(Posterior of) implements Posterior {
    @Override
    public List<Parameter> parameters() {
      return of.parameters();
    }

    @Override
    public ParameterTable sample(int n, long seed) {
      return of.sample(n, seed);
    }

    @Override
    public double[] logDensity(ParameterTable theta) {
      return of.logDensity(theta);
    }
  }

  @Test
  void whatCannotBeAskedIsRefusedWithAReason() {
    Posterior posterior = Mixtures.posterior(BOX, 1, 1);
    assertMessage("number of draws must be positive, but was 0", () -> posterior.sample(0, 1));
    assertMessage("given in percent", () -> posterior.interval(TWO.get(0), 95));
    assertMessage("no parameter A mV", () -> posterior.interval(JansenRit.A, 0.9));
    ParameterTable other =
        ParameterTable.of(List.of(JansenRit.A, JansenRit.B), new double[][] {{3, 20}});
    assertMessage("but the table is of [A mV, B mV]", () -> posterior.logDensity(other));
  }

  private static void assertMessage(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
