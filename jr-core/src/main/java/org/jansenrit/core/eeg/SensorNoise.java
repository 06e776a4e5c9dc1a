package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;

/**
 * Noise that sensors add to what they see: a sum of independent stationary parts. Immutable.
 *
 * <p>It is given per raw sample, at the rate that is kept. Where a monitor averages over trials the
 * noise of the average is drawn directly, from its exact distribution: the average over trials of a
 * stationary Gaussian process with autocovariance r is another one, with autocovariance
 *
 * <pre>
 * sum over |m| &lt; J of (J - |m|) / J^2 r(d + m P)
 * </pre>
 *
 * <p>at lag d, for J trials whose windows start P samples apart; and that of a sine of random phase
 * is a smaller sine of random phase. Windows that overlap share their noise in this, as they do in
 * a recording. {@link Erp#noiseSampleBySample} does it the long way.
 */
public final class SensorNoise {
  private static final Frequency LOWEST = Frequency.hz(0.1);

  private final List<NoisePart> parts;

  private SensorNoise(List<NoisePart> parts) {
    this.parts = List.copyOf(parts);
  }

  private static SensorNoise of(NoiseColour colour, NoiseSpread spread) {
    return new SensorNoise(List.of(new NoisePart(colour, spread)));
  }

  /** {@return no noise} */
  public static SensorNoise none() {
    return new SensorNoise(List.of());
  }

  /**
   * {@return white noise, independent between channels}
   *
   * @param sd its standard deviation per raw sample, in uV; zero or positive
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static SensorNoise white(double sd) {
    NoiseSpread spread = NoiseSpread.even(sd);
    return sd == 0 ? none() : of(new NoiseColour.White(), spread);
  }

  /**
   * {@return white noise with a covariance between channels, such as that of a recording's
   * baseline}
   *
   * @param covariance of a raw sample, over the channels of the monitor
   */
  public static SensorNoise of(NoiseCovariance covariance) {
    return of(new NoiseColour.White(), new NoiseSpread(1, Optional.of(covariance)));
  }

  /**
   * {@return Gaussian noise with a spectrum 1/f^alpha from 0.1 Hz to half of the sampling rate,
   * independent between channels}
   *
   * @param sd its standard deviation per raw sample, in uV; zero or positive
   * @param alpha within 0 and 3; 1.45 to 1.76 in resting EEG
   * @throws IllegalArgumentException if {@code sd} is negative or not finite, or {@code alpha}
   *     outside of that
   */
  public static SensorNoise pink(double sd, double alpha) {
    return pink(sd, alpha, LOWEST);
  }

  /**
   * {@return the same with a spectrum that is flat below {@code lowest}: the high-pass filter of
   * the amplifier, without which the variance would grow with the length of the recording}
   *
   * @param sd its standard deviation per raw sample, in uV; zero or positive
   * @param alpha within 0 and 3
   * @param lowest below which the spectrum is flat
   * @throws IllegalArgumentException as {@link #pink(double, double)} does
   */
  public static SensorNoise pink(double sd, double alpha, Frequency lowest) {
    return of(new NoiseColour.Pink(alpha, lowest), NoiseSpread.even(sd));
  }

  /**
   * {@return mains hum: a sine whose phase is random in each simulation and channel} Its harmonics
   * are added by {@link #plus}.
   *
   * <p>Averaging does not remove hum whose frequency is a multiple of that of the stimuli.
   *
   * @param frequency 50 or 60 Hz
   * @param amplitude of the sine, in uV; zero or positive
   * @throws IllegalArgumentException if the amplitude is negative or not finite
   */
  public static SensorNoise mains(Frequency frequency, double amplitude) {
    return of(new NoiseColour.Mains(frequency), NoiseSpread.even(amplitude / Math.sqrt(2)));
  }

  /**
   * {@return coloured noise with a given autocovariance, estimated from a recording, say;
   * independent between channels}
   *
   * @param autocovariance at lags 0, 1, 2, ... samples, in uV&sup2;; zero beyond
   * @param rate the sampling rate of the lags, which is also that of the monitor
   * @throws IllegalArgumentException if the variance is not positive, or a value is not finite or
   *     exceeds it
   */
  public static SensorNoise stationary(double[] autocovariance, Frequency rate) {
    double variance = autocovariance.length == 0 ? 0 : autocovariance[0];
    for (int lag = 0; lag < autocovariance.length; lag++) {
      if (!(variance > 0) || !(Math.abs(autocovariance[lag]) <= variance)) {
        throw new IllegalArgumentException(
            "autocovariance at lag "
                + lag
                + " is "
                + autocovariance[lag]
                + " uV^2; it must be finite and not exceed the variance, "
                + variance
                + " uV^2, which must be positive");
      }
    }
    double[] correlation = Arrays.stream(autocovariance).map(c -> c / variance).toArray();
    return of(new NoiseColour.Stationary(correlation, rate), NoiseSpread.even(Math.sqrt(variance)));
  }

  /**
   * {@return noise like that of a recording: the trials' deviations from their average, each less
   * its own mean} What varies in the response from trial to trial counts as noise.
   *
   * <p>The biased estimate of the autocovariance is used, which is always positive semi-definite.
   *
   * @param epochs trials of one channel; at least two
   * @throws IllegalArgumentException if there is one trial only, or several channels
   */
  public static SensorNoise of(Epochs epochs) {
    TimeSeries trials = epochs.asTimeSeries();
    if (trials.size() < 2 || trials.channels().size() != 1) {
      throw new IllegalArgumentException(
          "noise is estimated from at least 2 trials of 1 channel, but got " + trials);
    }
    double[] average = epochs.average().row(0);
    double[] sum = new double[average.length];
    for (int i = 0; i < trials.size(); i++) {
      addAutocovariance(deviation(trials.row(i), average), sum);
    }
    // n - 1 trials are left once their average is known
    double scale = 1.0 / (trials.size() - 1);
    return stationary(Arrays.stream(sum).map(c -> c * scale).toArray(), trials.rate());
  }

  private static double[] deviation(double[] trial, double[] average) {
    double[] x = new double[trial.length];
    Arrays.setAll(x, k -> trial[k] - average[k]);
    double mean = Arrays.stream(x).average().orElseThrow();
    return Arrays.stream(x).map(v -> v - mean).toArray();
  }

  private static void addAutocovariance(double[] x, double[] sum) {
    for (int lag = 0; lag < x.length; lag++) {
      for (int k = lag; k < x.length; k++) {
        sum[lag] += x[k] * x[k - lag] / x.length;
      }
    }
  }

  /**
   * {@return the sum of this noise and of {@code other}, independent of each other}
   *
   * @param other in the same channels
   */
  public SensorNoise plus(SensorNoise other) {
    List<NoisePart> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    return new SensorNoise(both);
  }

  /**
   * {@return this noise with every value multiplied by {@code factor}: by 10^(-d/20) to raise the
   * signal-to-noise ratio by d dB}
   *
   * @param factor zero or positive
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public SensorNoise times(double factor) {
    return new SensorNoise(
        parts.stream()
            .map(part -> new NoisePart(part.colour(), part.spread().times(factor)))
            .toList());
  }

  /**
   * {@return this noise with {@code covariance} between channels in place of its own strength, each
   * part going on in time as before: pink noise that neighbouring electrodes share, for instance}
   *
   * @param covariance of a raw sample, over the channels of the monitor
   * @throws IllegalArgumentException unless this is noise of one part, as those of a sum would each
   *     get the whole covariance
   */
  public SensorNoise correlated(NoiseCovariance covariance) {
    if (parts.size() != 1) {
      throw new IllegalArgumentException(
          "a covariance is given to noise of one part, but this is " + this);
    }
    return of(parts.get(0).colour(), new NoiseSpread(1, Optional.of(covariance)));
  }

  /**
   * {@return the standard deviation per raw sample, in uV: the root of the mean variance over
   * channels}
   */
  public double sd() {
    return Math.sqrt(parts.stream().mapToDouble(part -> part.spread().variance()).sum());
  }

  List<NoisePart> parts() {
    return parts;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SensorNoise other && parts.equals(other.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return parts.isEmpty()
        ? "no noise"
        : parts.stream().map(NoisePart::toString).collect(Collectors.joining(" + "));
  }
}
