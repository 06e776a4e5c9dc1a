package org.jansenrit.inference;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Percentile intervals from simulations drawn with replacement.
 *
 * @param size the number of simulations
 * @param seed decides the draws, which are the same whatever is computed of them
 * @see <a href="https://doi.org/10.1201/9780429246593">Efron &amp; Tibshirani (1993)</a>
 */
record Bootstrap(int size, long seed) {
  private static final int RESAMPLES = 1000;

  /**
   * Returns the interval of a figure.
   *
   * @param figure of the simulations, the i-th counting {@code counts[i]} times; not finite where
   *     it is not defined, which is left out
   */
  ConfidenceInterval interval(ToDoubleFunction<int[]> figure, double level) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] values = new double[RESAMPLES];
    for (int b = 0; b < values.length; b++) {
      values[b] = figure.applyAsDouble(counts(random));
    }
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int[] once = new int[size];
    Arrays.fill(once, 1);
    double tail = (1 - level) / 2;
    return new ConfidenceInterval(
        figure.applyAsDouble(once), quantile(sorted, tail), quantile(sorted, 1 - tail), level);
  }

  private int[] counts(UniformRandomProvider random) {
    int[] counts = new int[size];
    for (int i = 0; i < size; i++) {
      counts[random.nextInt(size)]++;
    }
    return counts;
  }

  private static double quantile(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
