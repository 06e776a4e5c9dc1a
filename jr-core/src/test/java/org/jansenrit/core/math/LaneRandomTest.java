package org.jansenrit.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Statistical tests have fixed seeds: they hold or fail once and for all. */
class LaneRandomTest {
  private static final int LANES = 256;

  /** Box &amp; Muller (1958) with StrictMath, on the words of the Commons' generator. */
  @Property(tries = 200)
  void normalsAreBoxMullerOfTheWordsOfCommonsXoShiRo256PlusPlus(@ForAll long key) {
    UniformRandomProvider commons = RandomSource.XO_SHI_RO_256_PP.create(Streams.state(key));
    LaneRandom random = new LaneRandom(1);
    random.seed(0, key);
    double[] z1 = new double[1];
    double[] z2 = new double[1];
    for (int k = 0; k < 50; k++) {
      random.pair(z1, z2);
      double[] expected = boxMuller(commons.nextLong(), commons.nextLong());
      // sine and cosine are right to 2e-14, -2 log of a uniform to 2e-14, so its root to 1e-14 / r
      double radius = Math.hypot(expected[0], expected[1]);
      double tolerance = 3e-14 * radius + 1e-14 / radius;
      assertEquals(expected[0], z1[0], tolerance);
      assertEquals(expected[1], z2[0], tolerance);
    }
  }

  private static double[] boxMuller(long a, long b) {
    double mantissa = 1 + (a >>> 12) * 0x1p-52;
    int zeros = Long.numberOfTrailingZeros((b << 12) | (a & 0xfff));
    double minusLog = (zeros + 1) * StrictMath.log(2) - StrictMath.log(mantissa);
    double radius = StrictMath.sqrt(2 * minusLog);
    double angle = 2 * StrictMath.PI * ((b >>> 12) * 0x1p-52 - 0.5);
    return new double[] {radius * StrictMath.sin(angle), radius * StrictMath.cos(angle)};
  }

  /** A uniform number next to one has a radius next to zero: never the root of a negative. */
  @Test
  void theRadiusIsARealNumberUpToTheLastUniformBelowOne() {
    int n = 100_000;
    double[] angle = new double[n];
    double[] mantissa = new double[n];
    double[] minusTwoLog = new double[n];
    Arrays.fill(angle, 1);
    Arrays.fill(minusTwoLog, StrictMath.log(2));
    Arrays.setAll(mantissa, i -> 2 - (1 + i) * Math.ulp(1.0));
    LaneRandom.transform(angle, mantissa, minusTwoLog, n);
    for (int i = 0; i < n; i++) {
      double uniform = 1 - (1 + i) * Math.ulp(0.5);
      double squared = angle[i] * angle[i] + mantissa[i] * mantissa[i];
      assertEquals(-2 * Math.log(uniform), squared, 2e-14, "uniform 1 - " + (1 - uniform));
    }
  }

  @Property(tries = 200)
  void aLaneDoesNotDependOnItsBlock(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int lanes) {
    LaneRandom block = seeded(Streams.of(seed), lanes, 0);
    LaneRandom alone = new LaneRandom(1);
    int lane = lanes / 2;
    alone.seed(0, Streams.of(seed).key(lane, 0));
    double[] z1 = new double[lanes];
    double[] z2 = new double[lanes];
    double[] one = new double[1];
    double[] two = new double[1];
    for (int k = 0; k < 5; k++) {
      block.pair(z1, z2);
      alone.pair(one, two);
      assertEquals(one[0], z1[lane]);
      assertEquals(two[0], z2[lane]);
    }
  }

  @Test
  void normalsAreBothHalvesOfAPairInTurn() {
    LaneRandom pairs = seeded(Streams.of(1), 8, 0);
    LaneRandom singles = seeded(Streams.of(1), 8, 0);
    LaneClock clock = new LaneClock(8);
    double[] z1 = new double[8];
    double[] z2 = new double[8];
    double[] z = new double[8];
    for (int k = 0; k < 4; k++) {
      pairs.pair(z1, z2);
      singles.normals(clock, z);
      assertArrayEquals(z1, z);
      clock.tick();
      singles.normals(clock, z);
      assertArrayEquals(z2, z);
      clock.tick();
    }
  }

  /** Lanes are refilled at random, each with a key of its own, while the others go on. */
  @Property(tries = 200)
  void aRefilledLaneDrawsWhatItWouldDrawAlone(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int lanes) {
    SplittableRandom events = new SplittableRandom(seed);
    LaneRandom block = seeded(Streams.of(seed), lanes, 0);
    LaneClock clock = new LaneClock(lanes);
    LaneRandom[] alone = new LaneRandom[lanes];
    LaneClock[] clocks = new LaneClock[lanes];
    for (int i = 0; i < lanes; i++) {
      alone[i] = new LaneRandom(1);
      alone[i].seed(0, Streams.of(seed).key(i, 0));
      clocks[i] = new LaneClock(1);
    }
    double[] z = new double[lanes];
    double[] one = new double[1];
    for (int k = 0; k < 40; k++) {
      block.normals(clock, z);
      for (int i = 0; i < lanes; i++) {
        alone[i].normals(clocks[i], one);
        assertEquals(one[0], z[i]);
        clocks[i].tick();
      }
      clock.tick();
      if (events.nextInt(3) == 0) {
        int lane = events.nextInt(lanes);
        long key = Streams.of(seed).key(1000L + k, 0);
        block.seed(lane, key);
        clock.restart(lane);
        alone[lane].seed(0, key);
        clocks[lane].restart(0);
      }
    }
  }

  /** Pins the normals, bit for bit: if this changes, so does every result. */
  @Test
  void normalsAreWhatTheyWere() {
    LaneRandom random = seeded(Streams.of(42), 3, Streams.DRIVES);
    double[] z1 = new double[3];
    double[] z2 = new double[3];
    random.pair(z1, z2);
    assertArrayEquals(
        new double[] {-1.0937389337426504, -1.1213812152307399, 1.0576401433745561}, z1);
    assertArrayEquals(
        new double[] {-0.6391102662003348, -1.4063802451392704, -0.02214982649601899}, z2);
    for (int k = 1; k < 100; k++) {
      random.pair(z1, z2);
    }
    assertArrayEquals(new double[] {0.9599278914512033, 1.1094947446744903, 1.829183456249396}, z1);
    assertArrayEquals(
        new double[] {-0.849818514577888, -0.0537770887564606, 1.0294173785621197}, z2);
  }

  /**
   * Two million draws, bounds of five standard errors: an error of 0.0036 in the mean, 0.5 % in the
   * variance, 0.009 in the skewness or 0.018 in the kurtosis would be seen.
   */
  @Test
  void momentsAreThoseOfTheNormalLaw() {
    double[] z = draws(4000);
    double n = z.length;
    double[] sums = new double[5];
    for (double x : z) {
      for (int m = 1; m <= 4; m++) {
        sums[m] += Math.pow(x, m) / n;
      }
    }
    assertEquals(0, sums[1], 5 / Math.sqrt(n));
    assertEquals(1, sums[2], 5 * Math.sqrt(2 / n));
    assertEquals(0, sums[3], 5 * Math.sqrt(15 / n));
    assertEquals(3, sums[4], 5 * Math.sqrt(96 / n));
  }

  /** Two million draws in 200 equally likely cells; a bound that chance passes once in 1e6. */
  @Test
  void theWholeLawIsNormal() {
    NormalDistribution law = NormalDistribution.of(0, 1);
    int cells = 200;
    double[] counts = new double[cells];
    double[] z = draws(4000);
    for (double x : z) {
      counts[Math.min(cells - 1, (int) (cells * law.cumulativeProbability(x)))]++;
    }
    double expected = (double) z.length / cells;
    double chiSquare = 0;
    for (double count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // chi-square with 199 degrees of freedom: 0.999999 quantile 306
    assertTrue(chiSquare < 306, "chi-square " + chiSquare);
  }

  /**
   * Two hundred million draws, bounds of five standard errors: a tail beyond 5, where 57 are
   * expected on either side, that is off by two thirds would be seen half of the time, one that is
   * twice as fat always but once in 3000; beyond 4 that is so for 6 %, beyond 3 for 1 %.
   */
  @Test
  void bothTailsAreRightUpToFiveSigma() {
    double[] limits = {2, 3, 4, 4.5, 5};
    long[][] found = new long[2][limits.length];
    int pairs = 400_000;
    LaneRandom random = seeded(Streams.of(5), LANES, 1);
    double[] z1 = new double[LANES];
    double[] z2 = new double[LANES];
    for (int k = 0; k < pairs; k++) {
      random.pair(z1, z2);
      countTails(z1, limits, found);
      countTails(z2, limits, found);
    }
    NormalDistribution law = NormalDistribution.of(0, 1);
    for (int m = 0; m < limits.length; m++) {
      double expected = 2.0 * pairs * LANES * law.survivalProbability(limits[m]);
      double bound = 5 * Math.sqrt(expected);
      assertEquals(expected, (double) found[0][m], bound, "above " + limits[m]);
      assertEquals(expected, (double) found[1][m], bound, "below -" + limits[m]);
    }
  }

  private static void countTails(double[] z, double[] limits, long[][] found) {
    for (double x : z) {
      double size = Math.abs(x);
      for (int m = 0; m < limits.length && size > limits[m]; m++) {
        found[x > 0 ? 0 : 1][m]++;
      }
    }
  }

  /**
   * Not only without correlation: half a million pairs in 20 x 20 cells that are equally likely if
   * both are normal and independent. A bound that chance passes once in 1e6; any dependence with a
   * mean square contingency of 4e-4, a correlation of 0.02 say, is seen nine times out of ten.
   */
  @Test
  void neighbouringIndicesSeedsRolesAndTimesAreIndependent() {
    int steps = 2000;
    double[] own = sequence(Streams.of(5), 3, steps);
    assertIndependent("index", own, sequence(Streams.of(5).from(1), 3, steps));
    assertIndependent("seed", own, sequence(Streams.of(6), 3, steps));
    assertIndependent("role", own, sequence(Streams.of(5), 2, steps));
    assertIndependent("part", own, sequence(Streams.of(5), Streams.part(3, 0), steps));
    double[] next = Arrays.copyOfRange(own, LANES, own.length);
    assertIndependent("step", Arrays.copyOf(own, next.length), next);
  }

  private static void assertIndependent(String what, double[] a, double[] b) {
    int cells = 20;
    double[] edges = new double[cells - 1];
    NormalDistribution law = NormalDistribution.of(0, 1);
    Arrays.setAll(edges, k -> law.inverseCumulativeProbability((k + 1.0) / cells));
    double[] counts = new double[cells * cells];
    for (int i = 0; i < a.length; i++) {
      counts[cells * cell(edges, a[i]) + cell(edges, b[i])]++;
    }
    double expected = (double) a.length / counts.length;
    double chiSquare =
        Arrays.stream(counts).map(n -> (n - expected) * (n - expected) / expected).sum();
    double bound = ChiSquaredDistribution.of(counts.length - 1).inverseSurvivalProbability(1e-6);
    assertTrue(chiSquare < bound, what + ": chi-square " + chiSquare + " of at most " + bound);
  }

  private static int cell(double[] edges, double x) {
    int found = Arrays.binarySearch(edges, x);
    return found < 0 ? -found - 1 : found;
  }

  /** Half a million pairs each: a correlation of 0.007 would be seen. */
  @Test
  void neighbouringIndicesSeedsAndRolesAreNotCorrelated() {
    int steps = 2000;
    double[] own = sequence(Streams.of(5), 3, steps);
    double bound = 5 / Math.sqrt(own.length);
    assertEquals(0, correlation(own, sequence(Streams.of(5).from(1), 3, steps)), bound);
    assertEquals(0, correlation(own, sequence(Streams.of(6), 3, steps)), bound);
    assertEquals(0, correlation(own, sequence(Streams.of(5), 2, steps)), bound);
    assertEquals(0, correlation(own, sequence(Streams.of(5), Streams.part(3, 0), steps)), bound);
    assertEquals(0, laggedCorrelation(own, 1), bound);
    assertEquals(0, laggedCorrelation(own, LANES), bound);
  }

  /** What a prior or an initial state uses: the first draw of each of 200,000 streams. */
  @Test
  void firstDrawsOfNeighbouringStreamsAreNotCorrelated() {
    int n = 200_000;
    double[] first = new double[n];
    double[] second = new double[n];
    seeded(Streams.of(0), n, 0).pair(first, second);
    double bound = 5 / Math.sqrt(n);
    assertEquals(0, laggedCorrelation(first, 1), bound);
    assertEquals(0, laggedCorrelation(first, 2), bound);
    assertEquals(0, correlation(first, second), bound);
    double[] squares = Arrays.stream(first).map(x -> x * x - 1).toArray();
    assertEquals(0, laggedCorrelation(squares, 1) / 2, bound);
  }

  private static double[] draws(int pairs) {
    LaneRandom random = seeded(Streams.of(2026), LANES, 1);
    double[] z = new double[2 * pairs * LANES];
    double[] z1 = new double[LANES];
    double[] z2 = new double[LANES];
    for (int k = 0; k < pairs; k++) {
      random.pair(z1, z2);
      System.arraycopy(z1, 0, z, 2 * k * LANES, LANES);
      System.arraycopy(z2, 0, z, (2 * k + 1) * LANES, LANES);
    }
    return z;
  }

  private static double[] sequence(Streams streams, long role, int steps) {
    LaneRandom random = seeded(streams, LANES, role);
    LaneClock clock = new LaneClock(LANES);
    double[] z = new double[LANES];
    double[] all = new double[steps * LANES];
    for (int k = 0; k < steps; k++) {
      random.normals(clock, z);
      clock.tick();
      System.arraycopy(z, 0, all, k * LANES, LANES);
    }
    return all;
  }

  private static LaneRandom seeded(Streams streams, int lanes, long role) {
    LaneRandom random = new LaneRandom(lanes);
    for (int i = 0; i < lanes; i++) {
      random.seed(i, streams.key(i, role));
    }
    return random;
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / a.length;
  }

  private static double laggedCorrelation(double[] a, int lag) {
    double sum = 0;
    for (int i = lag; i < a.length; i++) {
      sum += a[i] * a[i - lag];
    }
    return sum / (a.length - lag);
  }
}
