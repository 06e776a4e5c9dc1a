package org.jansenrit.inference;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of some values, from which the ranks in any resample follow without sorting. */
final class Ranking {
  private final double[] values;
  private final int[] order;

  Ranking(double... values) {
    this.values = values;
    this.order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * Returns ranks from 1 where value i occurs {@code counts[i]} times; equal values share the mean
   * of theirs.
   */
  double[] ranks(int... counts) {
    double[] ranks = new double[values.length];
    long below = 0;
    for (int from = 0, to; from < order.length; from = to) {
      long equal = 0;
      for (to = from; to < order.length && values[order[to]] == values[order[from]]; to++) {
        equal += counts[order[to]];
      }
      for (int k = from; k < to; k++) {
        ranks[order[k]] = below + (equal + 1) / 2.0;
      }
      below += equal;
    }
    return ranks;
  }
}
