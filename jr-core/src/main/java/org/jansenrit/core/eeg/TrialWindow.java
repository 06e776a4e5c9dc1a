package org.jansenrit.core.eeg;

import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Timeline;

/**
 * Which samples of a recording belong to which place of the averaged window. All numbers count kept
 * samples.
 *
 * @param onset the kept sample of the first onset
 * @param period kept samples from one onset to the next
 * @param trials how many trials are averaged
 * @param firstSample the first sample of the window relative to an onset
 * @param samples the length of the window
 * @param baseline how many samples at the start of the window are the baseline; 0 for none
 */
record TrialWindow(int onset, int period, int trials, int firstSample, int samples, int baseline) {

  /** The whole recording as one trial. */
  static TrialWindow whole(Timeline timeline, Frequency rate) {
    int stride = timeline.stepsPer(rate);
    int samples = (timeline.samples() + stride - 1) / stride;
    return new TrialWindow(0, samples, 1, 0, samples, 0);
  }

  /**
   * The window round each of {@code onsets}; those whose window leaves the recording are left out.
   */
  static TrialWindow round(Onsets onsets, Time from, Time to, Timeline timeline, Frequency rate) {
    int stride = timeline.stepsPer(rate);
    Time sample = rate.period();
    int first = from.multipleOf(sample, "start of the window");
    int samples = (int) Math.floor((to.seconds() - from.seconds()) * rate.hertz() + 1e-6) + 1;
    int onset = onsets.first().multipleOf(sample, "first onset");
    int period = onsets.count() == 1 ? samples : onsets.period().multipleOf(sample, "period");
    int kept = (timeline.samples() + stride - 1) / stride;
    if (onset + first < 0) {
      throw new IllegalArgumentException(
          "the window starts "
              + from
              + " from the first onset at "
              + onsets.first()
              + ", before the recording");
    }
    int fit = Math.floorDiv(kept - samples - onset - first, period) + 1;
    int trials = Math.min(onsets.count(), fit);
    if (trials < 1) {
      throw new IllegalArgumentException(
          "no trial fits: the window ["
              + from
              + ", "
              + to
              + "] round "
              + onsets
              + " leaves the recording of "
              + timeline.duration());
    }
    if (samples > 2 * period) {
      throw new IllegalArgumentException(
          "a window of "
              + samples
              + " samples overlaps more than its neighbours, "
              + period
              + " samples apart");
    }
    return new TrialWindow(onset, period, trials, first, samples, Math.max(0, -first));
  }

  /** Returns the first trial whose window contains the kept sample {@code kept}. */
  int firstTrial(int kept) {
    return Math.max(0, Math.floorDiv(kept - onset - firstSample - samples, period) + 1);
  }

  /** Returns the last trial whose window contains it; below the first if none does. */
  int lastTrial(int kept) {
    return Math.min(trials - 1, Math.floorDiv(kept - onset - firstSample, period));
  }

  /** Returns the place of the kept sample {@code kept} in the window of {@code trial}. */
  int indexOf(int kept, int trial) {
    return kept - onset - firstSample - trial * period;
  }

  /** Returns over how many lags noise matters, if it matters over {@code lags} in one window. */
  int lags(int lags) {
    return (trials - 1) * period + lags;
  }

  /** Returns the stretch of the recording from the first window to the last, as one trial. */
  TrialWindow stretch() {
    int all = lags(samples);
    return new TrialWindow(0, all, 1, 0, all, 0);
  }

  /**
   * Returns the autocovariance of the average over trials of a stationary process.
   *
   * @param r that of the process, at {@code lags(lags)} lags
   * @param lags at how many to return it
   */
  double[] averaged(double[] r, int lags) {
    double[] average = new double[lags];
    for (int m = 1 - trials; m < trials; m++) {
      double weight = (trials - Math.abs(m)) / ((double) trials * trials);
      for (int d = 0; d < lags; d++) {
        average[d] += weight * r[Math.abs(d + m * period)];
      }
    }
    return average;
  }

  /**
   * Returns the mean over the window of the variance that is left once the baseline is subtracted.
   *
   * @param r the autocovariance in the window
   */
  double meanVariance(double[] r) {
    if (baseline == 0) {
      return r[0];
    }
    double shared = 0;
    double within = 0;
    for (int j = 0; j < baseline; j++) {
      for (int k = 0; k < samples; k++) {
        shared += r[Math.abs(k - j)];
      }
      for (int k = 0; k < baseline; k++) {
        within += r[Math.abs(k - j)];
      }
    }
    return r[0] - 2 * shared / baseline / samples + within / baseline / baseline;
  }

  /**
   * Draws the average over trials of white noise of variance 1: smaller by sqrt(trials) and, where
   * neighbouring windows overlap, shared between their ends.
   *
   * @return samples x channels
   */
  double[][] averageOfWhite(int channels, Normals normals) {
    double[][] noise = normals.rows(samples, channels);
    int overlap = trials > 1 ? Math.max(0, samples - period) : 0;
    double[][] shared = normals.rows(overlap, channels);
    for (int k = 0; k < samples; k++) {
      boolean head = k < overlap;
      boolean tail = k >= period && overlap > 0;
      if (head || tail) {
        share(noise[k], shared[head ? k : k - period]);
      } else {
        scale(noise[k], 1 / Math.sqrt(trials));
      }
    }
    return noise;
  }

  /** A head sample of trial j + 1 is the tail sample of trial j: all but one are common. */
  private void share(double[] own, double[] common) {
    for (int c = 0; c < own.length; c++) {
      own[c] = (own[c] + Math.sqrt(trials - 1) * common[c]) / trials;
    }
  }

  private static void scale(double[] row, double factor) {
    for (int c = 0; c < row.length; c++) {
      row[c] *= factor;
    }
  }

  /** Returns the average over trials of what was drawn for the whole {@link #stretch}. */
  double[][] average(double[][] raw) {
    double[][] mean = new double[samples][raw[0].length];
    for (int trial = 0; trial < trials; trial++) {
      for (int k = 0; k < samples; k++) {
        double[] from = raw[trial * period + k];
        double[] to = mean[k];
        for (int c = 0; c < to.length; c++) {
          to[c] += from[c] / trials;
        }
      }
    }
    return mean;
  }

  /** Subtracts from each column its mean over the baseline. */
  void subtractBaseline(double[][] signal) {
    if (baseline == 0) {
      return;
    }
    for (int i = 0; i < signal[0].length; i++) {
      double sum = 0;
      for (int k = 0; k < baseline; k++) {
        sum += signal[k][i];
      }
      for (double[] sample : signal) {
        sample[i] -= sum / baseline;
      }
    }
  }
}
