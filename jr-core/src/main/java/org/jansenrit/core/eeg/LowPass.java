package org.jansenrit.core.eeg;

import org.jansenrit.core.math.Kaiser;

/**
 * The filter before every k-th sample is kept: a sinc of zero phase in a Kaiser window, 8 kept
 * samples to each side. Up to 0.3 of the kept rate it passes within 1 %; from 0.5 of it, the new
 * Nyquist frequency, nothing above 1 % folds back. Near the ends of the recording the weights that
 * are left are scaled to sum to 1.
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
      weights[lag] =
          Kaiser.sinc(2 * CUTOFF * lag / stride) * Kaiser.window(lag / (half + 1.0), KAISER_BETA);
      sum += lag == 0 ? weights[lag] : 2 * weights[lag];
    }
    for (int lag = 0; lag <= half; lag++) {
      weights[lag] /= sum;
    }
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
