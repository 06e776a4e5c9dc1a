package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.quantity.Frequency;

/**
 * Noise of one kind.
 *
 * @param colour how it goes on in time
 * @param spread how strong it is in each channel
 */
record NoisePart(NoiseColour colour, NoiseSpread spread) {

  /** Returns the mean variance, in uV^2, of what is left of it after averaging and referencing. */
  double power(List<String> channels, double[] weights, TrialWindow window, Frequency rate) {
    double[] r = colour.autocovariance(window.lags(window.samples()), rate);
    double inTime = window.meanVariance(window.averaged(r, window.samples()));
    return inTime * spread.variance(channels, weights);
  }

  @Override
  public String toString() {
    return colour + spread.toString();
  }
}
