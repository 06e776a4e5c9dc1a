package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {

  @Test
  void densityIntegratesToOneInTwoDimensions() {
    assertEquals(1, Mixtures.integral(Mixtures.mixture(4, 2, 1)), 1e-6);
  }

  /** 200,000 draws: five standard errors are about 0.01 in the mean and 0.02 in the covariance. */
  @Test
  void drawsHaveTheAnalyticMeanAndCovariance() {
    GaussianMixture mixture = Mixtures.mixture(3, 3, 5);
    double[][] rows = new double[200_000][3];
    mixture.sample(RandomSource.XO_SHI_RO_256_PP.create(7), rows);
    Moments moments = Moments.of(rows);
    assertArrayEquals(mixture.mean(), moments.mean(), 0.01);
    assertArrayEquals(mixture.covariance(), moments.covariance(), 0.02);
  }

  @Test
  void marginalQuantileUndoesItsDistributionFunction() {
    MarginalMixture marginal = Mixtures.mixture(4, 3, 6).marginal(1);
    for (double p : new double[] {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999}) {
      assertEquals(p, marginal.cumulative(marginal.quantile(p)), 1e-12);
    }
  }

  @Test
  void matchedRowsHaveExactlyTheMomentsAskedFor() {
    double[][] rows = new double[500][2];
    Mixtures.mixture(2, 2, 8).sample(RandomSource.XO_SHI_RO_256_PP.create(1), rows);
    double[] mean = {1, -2};
    double[] covariance = {2, 0.5, 0.5, 1};
    Moments.match(rows, mean, covariance);
    assertArrayEquals(mean, Moments.of(rows).mean(), 1e-12);
    assertArrayEquals(covariance, Moments.of(rows).covariance(), 1e-12);
  }
}
