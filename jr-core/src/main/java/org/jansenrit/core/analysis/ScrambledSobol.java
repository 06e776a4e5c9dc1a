package org.jansenrit.core.analysis;

import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.random.SobolSequenceGenerator;
import org.jansenrit.core.math.Streams;

/**
 * The first points of a Sobol sequence, its digits permuted at random as Owen does, so that each is
 * uniform and none is at the edge.
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe &amp; Kuo (2008), the direction numbers</a>
 * @see <a href="https://jcgt.org/published/0009/04/01/">Burley (2020), the scrambling</a>
 */
final class ScrambledSobol {
  private static final int MOST_DIMENSIONS = 1000;

  private ScrambledSobol() {}

  /** Returns {@code [count][dimensions]}, within 0 and 1. */
  static double[][] points(int count, int dimensions, long seed) {
    if (dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "a Sobol sequence has at most %d dimensions, two per parameter, but %d are needed"
              .formatted(MOST_DIMENSIONS, dimensions));
    }
    UniformRandomProvider random = Streams.of(seed).random(0, Streams.PRIOR);
    int[] keys = random.ints(dimensions).toArray();
    var sequence = new SobolSequenceGenerator(dimensions);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = sequence.nextVector();
      for (int j = 0; j < dimensions; j++) {
        int digits = (int) (long) (points[i][j] * 0x1p32);
        points[i][j] = (Integer.toUnsignedLong(scrambled(digits, keys[j])) + 0.5) * 0x1p-32;
      }
    }
    return points;
  }

  /** Flips each digit by a hash of those above it. */
  private static int scrambled(int digits, int key) {
    int x = Integer.reverse(digits);
    x += key;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return Integer.reverse(x);
  }
}
