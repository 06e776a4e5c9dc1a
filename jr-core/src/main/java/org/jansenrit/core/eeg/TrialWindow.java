package org.jansenrit.core.eeg;

import java.util.function.IntFunction;
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

  /**
   * Turns the standard normals of one window into the noise of the average over trials: smaller by
   * sqrt(trials) and, where neighbouring windows overlap, shared between their ends.
   *
   * @param noise {@code [sample][lane]}
   * @param normals draws more standard normals
   */
  void average(double[][] noise, IntFunction<double[][]> normals) {
    int overlap = trials > 1 ? Math.max(0, samples - period) : 0;
    double[][] shared = normals.apply(overlap);
    for (int k = 0; k < samples; k++) {
      boolean head = k < overlap;
      boolean tail = k >= period && overlap > 0;
      for (int i = 0; i < noise[k].length; i++) {
        // a head sample of trial j + 1 is the tail sample of trial j: all but one are common
        double common = head ? shared[k][i] : tail ? shared[k - period][i] : 0;
        noise[k][i] =
            head || tail
                ? (noise[k][i] + Math.sqrt(trials - 1) * common) / trials
                : noise[k][i] / Math.sqrt(trials);
      }
    }
  }

  /** Subtracts from each lane its mean over the baseline. */
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
