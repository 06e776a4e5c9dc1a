package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class DensityGridTest {
  private static final int N = 20_000;

  /**
   * A standard normal in two dimensions: the region of share q is a disc, outside of which the
   * density is below (1 - q) of its peak. Smoothing by 0.25 sd widens it by 3 %.
   */
  @Test
  void regionsOfANormalAreWhereTheDensityFallsToOneLessTheShare() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] x = new double[N];
    double[] y = new double[N];
    Arrays.setAll(x, i -> normal.sample());
    Arrays.setAll(y, i -> normal.sample());
    DensityGrid grid = DensityGrid.of(x, y);
    double peak = grid.threshold(1e-9);
    assertEquals(0.5, grid.threshold(0.5) / peak, 0.05);
    assertEquals(0.1, grid.threshold(0.9) / peak, 0.03);
  }
}
