package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.data.TimeSeries;

/**
 * The global field power: how strong a field is at each moment, wherever it is strong.
 *
 * @see <a href="https://doi.org/10.1016/0013-4694(80)90419-8">Lehmann &amp; Skrandies (1980),
 *     Reference-free identification of components of checkerboard-evoked multichannel potential
 *     fields</a>
 */
public final class GlobalFieldPower {
  private GlobalFieldPower() {}

  /**
   * Returns the standard deviation over channels (n in the denominator) at each sample, which does
   * not depend on the reference.
   *
   * @param series n x channels x samples, at least two channels: an average, or single trials
   * @return n x 1 channel x samples, in the same unit
   * @throws IllegalArgumentException if there is one channel only
   */
  public static TimeSeries of(TimeSeries series) {
    int channels = series.channels().size();
    if (channels < 2) {
      throw new IllegalArgumentException(
          "global field power needs at least 2 channels, but got " + series);
    }
    double[][] rows = new double[series.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = deviation(series.row(i), channels);
    }
    return TimeSeries.of(rows, List.of("GFP"), series.rate(), series.unit())
        .startingAt(series.start());
  }

  private static double[] deviation(double[] x, int channels) {
    int samples = x.length / channels;
    double[] power = new double[samples];
    for (int k = 0; k < samples; k++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += x[c * samples + k];
      }
      double squares = 0;
      for (int c = 0; c < channels; c++) {
        squares += Math.pow(x[c * samples + k] - sum / channels, 2);
      }
      power[k] = Math.sqrt(squares / channels);
    }
    return power;
  }
}
