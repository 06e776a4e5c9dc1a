package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MixtureProductTest {

  /** At any point the product is the product of the densities over the prior's. */
  @Property(tries = 100)
  void productIsPointwise(
      @ForAll @IntRange(min = 1, max = 4) int components,
      @ForAll @IntRange(min = 1, max = 8) int dimensions,
      @ForAll long seed) {
    GaussianMixture a = Mixtures.mixture(components, dimensions, seed);
    GaussianMixture b = Mixtures.mixture(3, dimensions, seed + 1);
    MixtureProduct product = MixtureProduct.of(a, b);
    double[] z = new java.util.Random(seed).doubles(dimensions, -2, 2).toArray();
    double expected = a.logDensity(z) + b.logDensity(z) - NormalComponent.standardLogDensity(z);
    assertEquals(expected, product.logIntegral() + product.mixture().logDensity(z), 1e-9);
  }

  @Test
  void integralIsThatOfASum() {
    GaussianMixture a = Mixtures.mixture(2, 1, 1);
    GaussianMixture b = Mixtures.mixture(3, 1, 2);
    double sum = 0;
    for (double x = -12; x < 12; x += 1e-3) {
      double[] z = {x};
      double log = a.logDensity(z) + b.logDensity(z) - NormalComponent.standardLogDensity(z);
      sum += 1e-3 * Math.exp(log);
    }
    assertEquals(Math.log(sum), MixtureProduct.of(a, b).logIntegral(), 1e-9);
  }
}
