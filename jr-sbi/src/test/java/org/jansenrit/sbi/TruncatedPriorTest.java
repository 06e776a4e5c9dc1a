package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedPriorTest {

  private static GaussianMixture normal(double mean, double sd, int d) {
    double[] covariance = new double[d * d];
    double[] means = new double[d];
    for (int i = 0; i < d; i++) {
      covariance[i * d + i] = sd * sd;
      means[i] = mean;
    }
    return GaussianMixture.of(new double[1], NormalComponent.ofCovariance(means, covariance));
  }

  private static TruncatedPrior normals(int d) {
    return TruncatedPrior.whole(PriorTransform.of(Mixtures.normal(d, 1)));
  }

  private static double[][] draws(TruncatedPrior prior, int d, int n) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    double[][] draws = new double[n][];
    Arrays.setAll(draws, i -> prior.draw(random, d));
    return draws;
  }

  /** All but 1e-4 of N(0.5, 0.3^2) is within 3.89 of its deviations; N(0, 1) cut to that. */
  @Test
  void drawsAreThoseOfTheNormalCutToTheRegion() {
    double[][] draws = draws(normals(1).within(normal(0.5, 0.3, 1), 1), 1, 20_000);
    double edge = 3.89 * 0.3;
    double[] values = Arrays.stream(draws).mapToDouble(z -> z[0]).sorted().toArray();
    assertEquals(0.5 - edge, values[0], 0.05);
    assertEquals(0.5 + edge, values[values.length - 1], 0.05);
    NormalDistribution n = NormalDistribution.of(0, 1);
    double half = 0.5 * (n.cumulativeProbability(0.5 - edge) + n.cumulativeProbability(0.5 + edge));
    assertEquals(n.inverseCumulativeProbability(half), values[10_000], 0.02);
  }

  /**
   * Ten narrow dimensions: hardly any draw of the prior is inside, so that draws are resampled. In
   * the region the prior is nearly flat, over z as over asinh(z), so squared distances, over that
   * of the edge, are to the power of 5 uniform.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void narrowRegionsAreResampled(boolean cut) {
    double sd = 0.05;
    PriorTransform box = PriorTransform.of(Mixtures.uniform(10, -1, 1));
    TruncatedPrior whole = TruncatedPrior.whole(cut ? box.cutAtBounds() : box);
    double[][] draws = draws(whole.within(normal(0, sd, 10), 1), 10, 300);
    double edge = ChiSquaredDistribution.of(10).inverseSurvivalProbability(1e-4);
    double mean =
        Arrays.stream(draws)
            .mapToDouble(z -> Math.pow(Triangular.dot(z, 0, z, 0, 10) / (sd * sd) / edge, 5))
            .average()
            .orElseThrow();
    // resampling 1024 candidates cannot reach the far edge of a uniform ball often enough
    assertTrue(mean > 0.2 && mean < 0.55, "mean " + mean);
  }

  /**
   * The posteriors N(x / (1 + s^2), s^2 / (1 + s^2)) of x = z + s e, s = 0.4, under N(0, 1): of
   * those whose z is within the region about x = 0, a share of 0.38 is inside in twelve dimensions,
   * and of 0.87 in two.
   */
  @ParameterizedTest
  @CsvSource({"12, true", "2, false"})
  void aBallOfManyDimensionsIsMostlyEdge(int d, boolean edge) {
    double s = 0.4;
    double sd = s / Math.hypot(1, s);
    TruncatedPrior region = normals(d).within(normal(0, sd, d), 1);
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(5));
    List<GaussianMixture> theirs = new ArrayList<>();
    for (double[] z : draws(region, d, 300)) {
      double[] mean = new double[d];
      Arrays.setAll(mean, j -> (z[j] + s * normal.sample()) / (1 + s * s));
      double[] covariance = new double[d * d];
      for (int j = 0; j < d; j++) {
        covariance[j * d + j] = sd * sd;
      }
      theirs.add(GaussianMixture.of(new double[1], NormalComponent.ofCovariance(mean, covariance)));
    }
    assertEquals(edge, region.isMostlyEdge(theirs, 1));
  }

  @Test
  void aRegionOfOneInAHundredIsFrequent() {
    assertTrue(normals(1).within(normal(0, 0.2, 1), 1).isFrequent());
    assertFalse(normals(1).within(normal(0, 1e-3, 1), 1).isFrequent());
  }

  /** A uniform prior stays uniform in the region, whatever densities are learnt over. */
  @Test
  void bentPriorsAreDrawnFromAsTheyAre() {
    PriorTransform cut = PriorTransform.of(Mixtures.uniform(1, 0, 1)).cutAtBounds();
    double[][] draws = draws(TruncatedPrior.whole(cut).within(normal(0, 0.5, 1), 1), 1, 20_000);
    double[] theta = Arrays.stream(draws).mapToDouble(u -> cut.toTheta(u)[0]).sorted().toArray();
    double low = cut.coordinate(0, -3.89 * 0.5);
    for (int i = 1; i < 10; i++) { // uniform over what is left of [0, 1]
      assertEquals(low + (1 - 2 * low) * i / 10, theta[2000 * i], 0.015);
    }
  }

  @Test
  void regionsIntersect() {
    TruncatedPrior both = normals(1).within(normal(0, 0.2, 1), 1).within(normal(0.5, 0.2, 1), 1);
    for (double[] z : draws(both, 1, 1000)) {
      assertTrue(z[0] > 0.5 - 0.85 && z[0] < 0.85, "drew " + z[0]);
    }
  }

  @Test
  void regionsThatDoNotMeetAreRefused() {
    TruncatedPrior none = normals(1).within(normal(-1, 0.1, 1), 1).within(normal(1, 0.1, 1), 1);
    String message =
        assertThrows(IllegalStateException.class, () -> draws(none, 1, 1)).getMessage();
    assertTrue(
        message.startsWith(
            "none of 1024000 draws of the newest posterior is in the regions of the 1 rounds"),
        message);
  }
}
