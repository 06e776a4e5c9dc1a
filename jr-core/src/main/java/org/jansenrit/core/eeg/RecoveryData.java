package org.jansenrit.core.eeg;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;

/**
 * What a {@link RecoveryExperiment} gave, and what was left out of it.
 *
 * @param data parameters and evoked potentials of the simulations that were kept
 * @param snr the signal-to-noise ratio of each of them, in dB, in the same order
 * @param diverged how many simulations were not finite
 * @param outliers how many others had a mean absolute potential further than three inter-quartile
 *     ranges from the quartiles of all finite ones
 */
public record RecoveryData(Dataset<TimeSeries> data, Features snr, int diverged, int outliers) {
  private static final double FENCE = 3;

  /** Leaves out simulations that are not finite, and outliers. */
  static RecoveryData screened(Dataset<TimeSeries> all, Features snr) {
    int[] finite = IntStream.range(0, all.size()).filter(all.x()::isFinite).toArray();
    double[] size = Arrays.stream(finite).mapToDouble(i -> meanAbsolute(all.x().row(i))).toArray();
    double[] sorted = size.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, 0.25);
    double high = quantile(sorted, 0.75);
    double reach = FENCE * (high - low);
    int[] kept =
        IntStream.range(0, finite.length)
            .filter(k -> size[k] >= low - reach && size[k] <= high + reach)
            .map(k -> finite[k])
            .toArray();
    return new RecoveryData(
        all.select(kept),
        snr.select(kept),
        all.size() - finite.length,
        finite.length - kept.length);
  }

  /** {@return the signal-to-noise ratios in dB, as a fresh array} */
  public double[] decibels() {
    return IntStream.range(0, snr.size()).mapToDouble(i -> snr.row(i)[0]).toArray();
  }

  private static double meanAbsolute(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value);
    }
    return sum / values.length;
  }

  /** The quantile that numpy takes: linear between order statistics; NaN of nothing. */
  private static double quantile(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public String toString() {
    double[] sorted = decibels();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "RecoveryData[%s, %d outliers and %d diverged left out; median SNR %.1f dB]",
        data,
        outliers,
        diverged,
        quantile(sorted, 0.5));
  }
}
