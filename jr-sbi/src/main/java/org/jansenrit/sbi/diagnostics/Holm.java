package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for the number of tests, so that the chance of any false alarm stays below the
 * level.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
 */
final class Holm {
  private Holm() {}

  /** Returns the adjusted values in the order of {@code p}. */
  static double[] adjust(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }

  /** Returns the adjusted value of the smallest of several p-values of one hypothesis. */
  static double smallest(double... p) {
    return Math.min(1, p.length * Arrays.stream(p).min().orElse(1));
  }
}
