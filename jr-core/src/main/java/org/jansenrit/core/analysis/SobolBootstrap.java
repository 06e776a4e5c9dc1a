package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Indices, and where they lie if groups of blocks are drawn again. */
final class SobolBootstrap {
  private static final int RESAMPLES = 200;

  private final List<SaltelliSums> groups;
  private final int parameters;
  private final int[][] weights;
  private final SobolParts whole;
  private final SobolParts[] wholes;

  SobolBootstrap(List<SaltelliSums> groups, int parameters, UniformRandomProvider random) {
    this.groups = groups;
    this.parameters = parameters;
    this.weights = new int[RESAMPLES][groups.size()];
    this.whole = new SobolParts(parameters);
    this.wholes = new SobolParts[RESAMPLES];
    Arrays.setAll(wholes, b -> new SobolParts(parameters));
    for (int[] drawn : weights) {
      for (int g = 0; g < drawn.length; g++) {
        drawn[random.nextInt(drawn.length)]++;
      }
    }
  }

  /** Returns the indices of value {@code k}: first order, then total; adds it to the whole. */
  SobolIndices.Index[] of(int k) {
    double[][] sums = groups.stream().map(group -> group.of(k)).toArray(double[][]::new);
    int[] once = new int[groups.size()];
    Arrays.fill(once, 1);
    SobolParts estimate = new SobolParts(parameters);
    add(sums, once, estimate, whole);
    SobolParts[] resampled = new SobolParts[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      resampled[b] = new SobolParts(parameters);
      add(sums, weights[b], resampled[b], wholes[b]);
    }
    return indices(estimate, resampled);
  }

  /** Returns the variance of value {@code k}. */
  double variance(int k) {
    double[][] sums = groups.stream().map(group -> group.of(k)).toArray(double[][]::new);
    int[] once = new int[groups.size()];
    Arrays.fill(once, 1);
    SobolParts estimate = new SobolParts(parameters);
    add(sums, once, estimate, new SobolParts(parameters));
    return estimate.variance();
  }

  /** Returns the indices of all values so far, weighted by their variance. */
  SobolIndices.Index[] whole() {
    return indices(whole, wholes);
  }

  private void add(double[][] sums, int[] times, SobolParts one, SobolParts all) {
    double[] sum = new double[sums[0].length];
    double blocks = 0;
    for (int g = 0; g < sums.length; g++) {
      blocks += times[g] * (double) groups.get(g).blocks();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += times[g] * sums[g][i];
      }
    }
    if (blocks > 0) {
      one.add(sum, blocks);
      all.add(sum, blocks);
    }
  }

  private SobolIndices.Index[] indices(SobolParts estimate, SobolParts[] resampled) {
    var indices = new SobolIndices.Index[2 * parameters];
    for (int i = 0; i < indices.length; i++) {
      int part = i;
      double[] shares = Arrays.stream(resampled).mapToDouble(r -> r.share(part)).sorted().toArray();
      indices[i] =
          new SobolIndices.Index(
              estimate.share(i),
              shares[(int) (0.025 * RESAMPLES)],
              shares[(int) (0.975 * RESAMPLES) - 1]);
    }
    return indices;
  }
}
