package org.jansenrit.core.eeg;

import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.math.LaneRandom;

/** Standard normals for the sensors of one simulation at a time, in bulk. Used by one thread. */
final class Normals {
  /** Loops over fewer lanes would not be vectorised, neither here nor where else they are used. */
  private static final int LANES = 64;

  private final LaneRandom random = new LaneRandom(LANES);
  private final double[] first = new double[LANES];
  private final double[] second = new double[LANES];
  private int used = 2 * LANES;

  /** Goes on with the stream of another simulation, which {@code keys} stands for. */
  void restart(UniformRandomProvider keys) {
    for (int lane = 0; lane < LANES; lane++) {
      random.seed(lane, keys.nextLong());
    }
    used = 2 * LANES;
  }

  /** Returns the next standard normal. */
  double next() {
    if (used == 2 * LANES) {
      random.pair(first, second);
      used = 0;
    }
    int i = used++;
    return i < LANES ? first[i] : second[i - LANES];
  }

  /** Fills {@code out} with standard normals. */
  void fill(double[] out) {
    int at = 0;
    while (at < out.length) {
      if (used == 2 * LANES) {
        random.pair(first, second);
        used = 0;
      }
      double[] from = used < LANES ? first : second;
      int offset = used % LANES;
      int count = Math.min(LANES - offset, out.length - at);
      System.arraycopy(from, offset, out, at, count);
      used += count;
      at += count;
    }
  }

  /** Returns fresh standard normals, {@code [rows][columns]}. */
  double[][] rows(int rows, int columns) {
    double[][] z = new double[rows][columns];
    for (double[] row : z) {
      fill(row);
    }
    return z;
  }
}
