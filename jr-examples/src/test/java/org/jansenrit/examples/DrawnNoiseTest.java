package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.math.Streams;
import org.junit.jupiter.api.Test;

class DrawnNoiseTest {
  private static final int ROWS = 50_000;
  private static final List<String> NAMES = List.of("a", "b");

  /** Of 4000 draws a mean is known to 0.016, a variance to 0.022, a fourth moment to 0.16. */
  @Test
  void mixedDrawsHaveTheLawOfDrawsAndAreNeverTheSame() {
    Random random = new Random(1);
    double[][] pool = new double[4000][];
    Arrays.setAll(
        pool,
        i -> {
          double first = random.nextGaussian();
          return new double[] {first, 0.6 * first + 0.8 * random.nextGaussian()};
        });
    Features noisy =
        new DrawnNoise(Features.of(pool, NAMES))
            .apply(Features.of(new double[ROWS][2], NAMES), Streams.of(2));
    assertEquals(0, moment(noisy, 1, 0), 0.08, "a mean, of 4000 draws");
    assertEquals(1, moment(noisy, 2, 0), 0.1, "a variance");
    assertEquals(0.6, moment(noisy, 1, 1), 0.1, "the covariance");
    assertEquals(3, moment(noisy, 4, 0), 0.4, "a fourth moment: a normal has 3");
    long different =
        IntStream.range(0, ROWS)
            .mapToObj(i -> List.of(noisy.row(i)[0], noisy.row(i)[1]))
            .distinct()
            .count();
    assertEquals(ROWS, different);
  }

  private static double moment(Features x, int powerOfFirst, int powerOfSecond) {
    return IntStream.range(0, x.size())
        .mapToDouble(
            i -> Math.pow(x.row(i)[0], powerOfFirst) * Math.pow(x.row(i)[1], powerOfSecond))
        .average()
        .orElseThrow();
  }
}
