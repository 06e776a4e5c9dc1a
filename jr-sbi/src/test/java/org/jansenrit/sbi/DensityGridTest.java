package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /**
   * One point in a hundred is drawn 20 times as wide: half of all are within 1.19 sd still, 1.23
   * smoothed, and 0.1 is the width of a bin.
   */
  @Test
  void fewFarPointsDoNotWidenTheRegionOfTheOthers() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] x = new double[N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      double sd = i % 100 == 0 ? 20 : 1;
      x[i] = sd * normal.sample();
      y[i] = sd * normal.sample();
    }
    DensityGrid grid = DensityGrid.of(x, y);
    double border = grid.threshold(0.5);
    for (int k = 0; k < 12; k++) {
      double across = Math.cos(k * Math.PI / 6);
      double up = Math.sin(k * Math.PI / 6);
      assertTrue(grid.at(across, up) > border, "inside, direction " + k);
      assertTrue(grid.at(1.5 * across, 1.5 * up) < border, "outside, direction " + k);
    }
  }

  @Test
  void pointsOfOneValueHaveARegion() {
    double[] same = new double[100];
    Arrays.fill(same, 3);
    DensityGrid grid = DensityGrid.of(same, same);
    assertTrue(grid.at(3, 3) >= grid.threshold(0.5));
  }
}
