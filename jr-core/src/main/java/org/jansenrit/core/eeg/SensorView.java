package org.jansenrit.core.eeg;

import org.jansenrit.core.quantity.Frequency;

/**
 * What sensors make of the average of one source: gain, noise, reference and baseline, in this
 * order. May be used by several threads.
 */
final class SensorView {
  private final Sensors sensors;
  private final TrialWindow window;
  private final double[] gains;
  private final double[] weights;
  private final double noisePower;
  private final Frequency rate;

  /**
   * Prepares to see.
   *
   * @throws IllegalArgumentException if the noise cannot be had at this rate or in these channels,
   *     or a reference is not among the channels
   */
  SensorView(Sensors sensors, TrialWindow window, Frequency rate) {
    this.sensors = sensors;
    this.window = window;
    this.weights = sensors.reference().weights(sensors.channels());
    this.gains = sensors.gains().stream().mapToDouble(gain -> gain).toArray();
    subtractReference(gains);
    this.noisePower =
        sensors.noise().parts().stream()
            .mapToDouble(part -> part.power(sensors.channels(), weights, window, rate))
            .sum();
    this.rate = rate;
    if (sensors.decibels().isPresent() && !(noisePower > 0)) {
      throw new IllegalArgumentException(
          "a signal-to-noise ratio of "
              + sensors.decibels().get()
              + " dB needs sensor noise to be scaled, but there is none");
    }
  }

  /**
   * Returns what draws the noise.
   *
   * @throws IllegalArgumentException if its autocovariance is not positive definite
   */
  NoiseSampler noise() {
    return new NoiseSampler(
        sensors.noise(), sensors.channels(), window, rate, sensors.sampleBySample());
  }

  /**
   * Returns what the channels show, in uV: samples x channels.
   *
   * @param source the average of the source over trials, in the unit of the model's output
   * @param x the noise of the average, in uV: samples x channels; becomes the result
   */
  double[][] see(double[] source, double[][] x) {
    double factor = sensors.decibels().map(d -> factor(source, d)).orElse(1.0);
    for (double[] row : x) {
      subtractReference(row);
    }
    for (int k = 0; k < x.length; k++) {
      for (int c = 0; c < gains.length; c++) {
        x[k][c] = Math.fma(gains[c], source[k], factor * x[k][c]);
      }
    }
    window.subtractBaseline(x);
    return x;
  }

  /** Returns the signal-to-noise ratio in dB; infinite without noise. */
  double decibels(double[] source) {
    return 10 * Math.log10(signalPower(source) / noisePower);
  }

  /** Returns what to multiply the noise by for a wanted ratio. */
  private double factor(double[] source, double decibels) {
    return Math.sqrt(signalPower(source) / noisePower) * StrictMath.pow(10, -decibels / 20);
  }

  /** Returns the mean square of the signal over channels and samples, less its baseline. */
  private double signalPower(double[] source) {
    double[][] x = new double[source.length][1];
    for (int k = 0; k < x.length; k++) {
      x[k][0] = source[k];
    }
    window.subtractBaseline(x);
    double power = 0;
    for (double[] row : x) {
      power += row[0] * row[0] / x.length;
    }
    double gain = 0;
    for (double g : gains) {
      gain += g * g / gains.length;
    }
    return gain * power;
  }

  private void subtractReference(double[] row) {
    double mean = 0;
    for (int c = 0; c < row.length; c++) {
      mean = Math.fma(weights[c], row[c], mean);
    }
    for (int c = 0; c < row.length; c++) {
      row[c] -= mean;
    }
  }
}
