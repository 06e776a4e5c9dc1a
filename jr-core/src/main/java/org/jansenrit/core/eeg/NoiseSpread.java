package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.List;
import java.util.Optional;

/**
 * How strong noise is in each channel, and what channels share of it. Immutable.
 *
 * @param sd what noise of variance 1 is multiplied by; in uV, unless there is a covariance
 * @param covariance between channels; independent and equally strong if there is none
 */
record NoiseSpread(double sd, Optional<NoiseCovariance> covariance) {

  NoiseSpread {
    if (!(sd >= 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "standard deviation of sensor noise must be zero or positive, and finite, but was "
              + sd
              + " uV");
    }
  }

  static NoiseSpread even(double sd) {
    return new NoiseSpread(sd, Optional.empty());
  }

  NoiseSpread times(double factor) {
    return new NoiseSpread(sd * factor, covariance);
  }

  /** Returns the mean variance per raw sample, in uV^2. */
  double variance() {
    return sd * sd * covariance.map(NoiseCovariance::meanVariance).orElse(1.0);
  }

  /** Returns the mean over channels of the variance that is left against a reference. */
  double variance(List<String> channels, double[] weights) {
    double[][] sigma = covariance.map(c -> c.pick(channels).matrix()).orElse(null);
    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += (sigma == null ? 1 : sigma[c][c]) / weights.length;
      for (int d = 0; d < weights.length; d++) {
        // the mean over channels of var(n_c - w'n) is tr(S)/C - 2 1'S w/C + w'S w
        double shared = sigma == null ? (c == d ? 1 : 0) : sigma[c][d];
        sum += shared * weights[d] * (weights[c] - 2.0 / weights.length);
      }
    }
    return sd * sd * sum;
  }

  /** Gives independent noise of unit scale, {@code x[sample][channel]}, this spread; in place. */
  void apply(List<String> channels, double[][] x) {
    for (double[] row : x) {
      for (int c = 0; c < row.length; c++) {
        row[c] *= sd;
      }
    }
    covariance.ifPresent(c -> Triangle.mix(c.pick(channels).factor(), x));
  }

  @Override
  public String toString() {
    String factor = sd == 1 ? "" : shortest(sd) + " times ";
    return covariance.map(c -> " of " + factor + c).orElse(" of sd " + shortest(sd) + " uV");
  }
}
