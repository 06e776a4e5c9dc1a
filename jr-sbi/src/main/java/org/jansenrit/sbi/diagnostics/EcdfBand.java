package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The band that the whole empirical distribution function of n uniform values stays inside with a
 * probability of 95 %: at each point a binomial interval, all of one level, which is found from
 * simulated samples.
 *
 * @see <a href="https://arxiv.org/abs/2103.10522">Saeilynoja et al. (2022)</a>
 */
final class EcdfBand {
  private static final double LEVEL = 0.95;
  private static final int POINTS = 100;
  private static final int SAMPLES = 1000;

  private final double[] points;
  private final double[] low;
  private final double[] high;

  private EcdfBand(double[] points, double[] low, double[] high) {
    this.points = points;
    this.low = low;
    this.high = high;
  }

  static EcdfBand of(int n) {
    double[] points = IntStream.range(1, POINTS).mapToDouble(i -> i / (double) POINTS).toArray();
    BinomialDistribution[] counts =
        Arrays.stream(points)
            .mapToObj(p -> BinomialDistribution.of(n, p))
            .toArray(BinomialDistribution[]::new);
    double tail = tail(n, points, counts);
    double[] low = new double[points.length];
    double[] high = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      low[i] = counts[i].inverseCumulativeProbability(tail) / (double) n;
      high[i] = counts[i].inverseSurvivalProbability(tail) / (double) n;
    }
    return new EcdfBand(points, low, high);
  }

  /** The smallest tail of a sample anywhere is below this in 5 of 100 samples. */
  private static double tail(int n, double[] points, BinomialDistribution... counts) {
    double[][] tails = new double[points.length][n + 1];
    for (int i = 0; i < points.length; i++) {
      int at = i;
      Arrays.setAll(tails[i], count -> smallerTail(counts[at], count));
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
    double[] smallest = new double[SAMPLES];
    Arrays.setAll(smallest, s -> smallest(tails, points, random.doubles(n).toArray()));
    Arrays.sort(smallest);
    return smallest[(int) ((1 - LEVEL) * SAMPLES)];
  }

  private static double smallerTail(BinomialDistribution law, int count) {
    return Math.min(law.cumulativeProbability(count), law.survivalProbability(count - 1));
  }

  private static double smallest(double[][] tails, double[] points, double[] values) {
    int[] counts = counts(points, values);
    double smallest = 1;
    for (int i = 0; i < points.length; i++) {
      smallest = Math.min(smallest, tails[i][counts[i]]);
    }
    return smallest;
  }

  /** Returns how many values are at most each point. */
  private static int[] counts(double[] points, double... values) {
    int[] counts = new int[points.length];
    for (double value : values) {
      int first = (int) Math.ceil(value * POINTS) - 1;
      if (first < counts.length) {
        counts[Math.max(0, first)]++;
      }
    }
    Arrays.parallelPrefix(counts, Integer::sum);
    return counts;
  }

  /** Returns the share of values that are at most each point. */
  double[] shares(double... values) {
    return Arrays.stream(counts(points, values))
        .mapToDouble(c -> c / (double) values.length)
        .toArray();
  }

  double[] points() {
    return points.clone();
  }

  double[] low() {
    return low.clone();
  }

  double[] high() {
    return high.clone();
  }

  /** Returns whether the distribution function of {@code values} stays inside everywhere. */
  boolean contains(double... values) {
    double[] shares = shares(values);
    return IntStream.range(0, points.length)
        .allMatch(i -> shares[i] >= low[i] && shares[i] <= high[i]);
  }
}
