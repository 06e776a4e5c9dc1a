package org.jansenrit.core.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples that follow each other in time, all finite.
 *
 * @param from the first
 * @param to the one after the last
 */
record Stretch(int from, int to) {

  /**
   * Returns all stretches of a signal, each as long as possible.
   *
   * @param breaks samples at which time jumps
   */
  static List<Stretch> all(double[] signal, int... breaks) {
    int[] jumps = Arrays.stream(breaks).sorted().toArray();
    List<Stretch> stretches = new ArrayList<>();
    for (int k = 0, start = 0; k <= signal.length; k++) {
      boolean isGap = k == signal.length || !Double.isFinite(signal[k]);
      if (isGap || Arrays.binarySearch(jumps, k) >= 0) {
        if (k > start) {
          stretches.add(new Stretch(start, k));
        }
        start = isGap ? k + 1 : k;
      }
    }
    return stretches;
  }
}
