package org.jansenrit.core.signal;

import java.util.HashMap;
import java.util.Map;
import org.jansenrit.core.math.Kaiser;
import org.jansenrit.core.quantity.Frequency;

/**
 * The weights by which the samples round an instant are summed up. Side lobes of 80 dB, a band of
 * transition from 0.4 to 0.5 of the lower rate. Used by one thread.
 */
final class SincKernel {
  private static final double BETA = 7.857; // 0.1102 (80 - 8.7)
  private static final double CUT_OFF = 0.9; // of half the lower rate
  private static final double HALF = 25.1; // samples at the lower rate: (80 - 8) / 2.285 / 0.2 pi

  /** Between entries the table is read linearly, to 1e-6 of the largest. */
  private static final int ENTRIES = 1024; // per sample at the lower rate

  private static final double[] TABLE = table();

  private static final double PHASES = 1e8;
  private static final int MOST_KEPT = 1 << 20; // weights

  private final double stretch;
  private final int reach;
  private final Map<Long, double[]> phases = new HashMap<>();

  private SincKernel(double stretch) {
    this.stretch = stretch;
    this.reach = (int) Math.floor(HALF / stretch);
  }

  /** Returns the weights for a change of rate. */
  static SincKernel between(Frequency old, Frequency rate) {
    return new SincKernel(Math.min(1, rate.hertz() / old.hertz()));
  }

  private static double[] table() {
    double[] table = new double[(int) (HALF * ENTRIES) + 2];
    for (int i = 0; i < table.length - 1; i++) {
      double at = (double) i / ENTRIES;
      table[i] = Kaiser.sinc(CUT_OFF * at) * Kaiser.window(Math.min(1, at / HALF), BETA);
    }
    return table;
  }

  /** Returns the value at {@code time}, in samples, of what lies in one stretch of a signal. */
  double at(double time, double[] signal, Stretch within) {
    int floor = (int) Math.floor(time);
    double[] weights = weights(time - floor);
    int first = floor - reach;
    int from = Math.max(within.from(), first);
    int to = Math.min(within.to(), first + weights.length);
    double sum = 0;
    double total = 0;
    for (int n = from; n < to; n++) {
      sum += weights[n - first] * signal[n];
      total += weights[n - first];
    }
    return sum / total;
  }

  /** In simple ratios of rates, the same few fractions of a sample come again and again. */
  private double[] weights(double fraction) {
    long phase = Math.round(fraction * PHASES);
    double[] known = phases.get(phase);
    if (known != null) {
      return known;
    }
    double[] weights = new double[2 * reach + 2];
    for (int j = 0; j < weights.length; j++) {
      double entry = Math.abs(fraction + reach - j) * stretch * ENTRIES;
      weights[j] = entry < TABLE.length - 1 ? weight(entry) : 0;
    }
    if ((long) phases.size() * weights.length < MOST_KEPT) {
      phases.put(phase, weights);
    }
    return weights;
  }

  private static double weight(double entry) {
    int below = (int) entry;
    return TABLE[below] + (entry - below) * (TABLE[below + 1] - TABLE[below]);
  }
}
