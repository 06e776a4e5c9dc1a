package org.jansenrit.core.eeg;

/**
 * The filter before every k-th sample is kept: a sinc of zero phase in a Kaiser window, 8 kept
 * samples to each side. Up to 0.3 of the kept rate it passes within 1 %; from 0.5 of it, the new
 * Nyquist frequency, nothing above 1 % folds back. Near the ends of the recording the weights that
 * are left are scaled to sum to 1.
 *
 * @see <a href="https://doi.org/10.1109/PROC.1974.9582">Kaiser window: Rabiner &amp; Gold; Kaiser
 *     (1974)</a>
 */
final class LowPass {
  private static final int LOBES = 8;
  private static final double CUTOFF = 0.4;
  private static final double KAISER_BETA = 4;

  private final int stride;
  private final int samples;
  private final int half;
  private final double[] weights;

  /**
   * Designs a filter.
   *
   * @param stride steps from one kept sample to the next; 1 for no filter
   * @param samples steps of the recording
   */
  LowPass(int stride, int samples) {
    this.stride = stride;
    this.samples = samples;
    this.half = stride == 1 ? 0 : LOBES * stride;
    this.weights = new double[half + 1];
    double sum = 0;
    for (int lag = 0; lag <= half; lag++) {
      weights[lag] = sinc(2 * CUTOFF * lag / stride) * kaiser(lag / (half + 1.0));
      sum += lag == 0 ? weights[lag] : 2 * weights[lag];
    }
    for (int lag = 0; lag <= half; lag++) {
      weights[lag] /= sum;
    }
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /** The modified Bessel function of the first kind and order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  /** Returns the first kept sample that {@code step} counts in. */
  int first(int step) {
    return Math.max(0, Math.floorDiv(step - half + stride - 1, stride));
  }

  /** Returns the last kept sample that {@code step} counts in. */
  int last(int step) {
    return Math.min((samples - 1) / stride, Math.floorDiv(step + half, stride));
  }

  /** Returns the weight of {@code step} in the kept sample {@code kept}. */
  double weight(int step, int kept) {
    return weights[Math.abs(step - kept * stride)] / inside(kept);
  }

  /** Returns the sum of the weights of {@code kept} that lie within the recording. */
  private double inside(int kept) {
    int centre = kept * stride;
    if (centre >= half && centre + half < samples) {
      return 1;
    }
    double sum = 0;
    for (int s = Math.max(0, centre - half); s <= Math.min(samples - 1, centre + half); s++) {
      sum += weights[Math.abs(s - centre)];
    }
    return sum;
  }
}
