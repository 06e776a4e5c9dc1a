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
   * density is below (1 - q) of its peak. Smoothing by 0.2 sd widens it by 2 %.
   */
  @Test
  void regionsOfANormalAreWhereTheDensityFallsToOneLessTheShare() {
    assertRegions(normals(3), normals(4));
  }

  /** One in 200 is a hundred times as far out as all others. */
  @Test
  void pointsFarOutDoNotWidenTheRegions() {
    double[] x = normals(3);
    double[] y = normals(4);
    for (int i = 0; i < N; i += 200) {
      x[i] *= 100;
      y[i] *= 100;
    }
    assertRegions(x, y);
  }

  /** Uniform on a square: the density is the same up to its border, and none is beyond. */
  @Test
  void regionsEndAtBounds() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    double[] x = random.doubles(N).toArray();
    double[] y = random.doubles(N).toArray();
    DensityGrid grid = DensityGrid.of(x, y);
    assertEquals(1, grid.threshold(0.97) / grid.threshold(0.5), 0.3);
    assertEquals(0, grid.threshold(1));
  }

  private static double[] normals(long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[N];
    Arrays.setAll(values, i -> normal.sample());
    return values;
  }

  private static void assertRegions(double[] x, double[] y) {
    DensityGrid grid = DensityGrid.of(x, y);
    double peak = grid.threshold(1e-9);
    assertEquals(0.5, grid.threshold(0.5) / peak, 0.05);
    assertEquals(0.1, grid.threshold(0.9) / peak, 0.03);
  }
}
