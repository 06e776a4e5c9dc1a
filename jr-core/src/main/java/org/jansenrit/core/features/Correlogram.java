package org.jansenrit.core.features;

import java.util.Arrays;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.math.Fourier;

/**
 * The autocorrelation of a signal: the biased estimate, which is always positive semi-definite, of
 * the signal less its mean. NaN for a constant signal.
 */
final class Correlogram {
  /** Up to here a sum per lag is cheaper than a transform for all. */
  private static final int SHORT = 48;

  private final double[] deviations;
  private final double energy;
  private double[] all;

  private Correlogram(double[] deviations) {
    this.deviations = deviations;
    this.energy = sum(0);
  }

  static Correlogram of(Signal signal) {
    double[] x = signal.values();
    double mean = Moments.mean(x);
    return new Correlogram(Arrays.stream(x).map(value -> value - mean).toArray());
  }

  /** Returns the correlation at {@code lag} samples. */
  double at(int lag) {
    if (lag <= SHORT) {
      return sum(lag) / energy;
    }
    if (all == null) {
      all = all();
    }
    return all[lag] / all[0];
  }

  private double sum(int lag) {
    double sum = 0;
    for (int k = lag; k < deviations.length; k++) {
      sum += deviations[k] * deviations[k - lag];
    }
    return sum;
  }

  /** Through the power spectrum, filled up with zeros so that no lag wraps round. */
  private double[] all() {
    int length = Fourier.length(2 * deviations.length);
    double[] re = Arrays.copyOf(deviations, length);
    double[] im = new double[length];
    Fourier.transform(re, im);
    for (int k = 0; k < length; k++) {
      re[k] = re[k] * re[k] + im[k] * im[k];
      im[k] = 0;
    }
    Fourier.transform(re, im);
    return re;
  }

  /**
   * Returns the first lag, in samples, at which the correlation falls to {@code level}, between 0
   * and 1. There is one: over all lags correlations sum to zero.
   */
  double lagOf(double level) {
    double before = 1;
    for (int k = 1; k < deviations.length; k++) {
      double here = at(k);
      if (here <= level) {
        return k - (level - here) / (before - here);
      }
      before = here;
    }
    return Double.NaN;
  }
}
