package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;

/**
 * Noise that sensors add to what they see: Gaussian and stationary, independent between channels.
 * Immutable.
 *
 * <p>It is given per raw sample. Where a monitor averages over trials, the noise of the average is
 * drawn directly, with the same distribution as the long way.
 */
public final class SensorNoise {
  private final double sd;
  private final double[] autocorrelation;
  private final Frequency rate;

  private SensorNoise(double sd, double[] autocorrelation, Frequency rate) {
    this.sd = sd;
    this.autocorrelation = autocorrelation;
    this.rate = rate;
  }

  /** Returns no noise. */
  public static SensorNoise none() {
    return white(0);
  }

  /**
   * Returns white noise.
   *
   * @param sd its standard deviation per raw sample, in uV; zero or positive
   */
  public static SensorNoise white(double sd) {
    if (!(sd >= 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "standard deviation of sensor noise must be zero or positive, and finite, but was "
              + sd
              + " uV");
    }
    return new SensorNoise(sd, new double[] {1}, null);
  }

  /**
   * Returns coloured noise with a given autocovariance, estimated from a recording, say.
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
    return new SensorNoise(Math.sqrt(variance), correlation, rate);
  }

  /**
   * Returns noise like that of a recording: the trials' deviations from their average, each less
   * its own mean. What varies in the response from trial to trial counts as noise.
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

  /** Returns the standard deviation per raw sample, in uV. */
  public double sd() {
    return sd;
  }

  /** Returns this noise with its standard deviation multiplied by {@code factor}. */
  public SensorNoise times(double factor) {
    return new SensorNoise(white(sd * factor).sd, autocorrelation, rate);
  }

  boolean isWhite() {
    return autocorrelation.length == 1;
  }

  /** Refuses a monitor that keeps another rate than this noise was given at. */
  void requireRate(Frequency kept) {
    if (!isWhite() && Math.abs(kept.hertz() / rate.hertz() - 1) > 1e-6) {
      throw new IllegalArgumentException(
          "the sensor noise is given at " + rate + ", but the monitor keeps " + kept);
    }
  }

  /**
   * Returns the lower Cholesky factor of the correlation matrix of {@code samples} samples, row by
   * row; null if they are independent.
   *
   * @throws IllegalArgumentException if the autocovariance is not positive definite
   */
  double[][] colour(int samples) {
    if (isWhite()) {
      return null;
    }
    DMatrixRMaj matrix = new DMatrixRMaj(samples, samples);
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < samples; j++) {
        int lag = Math.abs(i - j);
        matrix.set(i, j, lag < autocorrelation.length ? autocorrelation[lag] : 0);
      }
    }
    var cholesky = DecompositionFactory_DDRM.chol(samples, true);
    if (!cholesky.decompose(matrix)) {
      throw new IllegalArgumentException(
          "the autocovariance of the sensor noise is not positive definite over "
              + samples
              + " samples; taper it towards zero at long lags");
    }
    return rows(cholesky.getT(null));
  }

  private static double[][] rows(DMatrixRMaj lower) {
    double[][] rows = new double[lower.numRows][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        rows[i][j] = lower.get(i, j);
      }
    }
    return rows;
  }

  @Override
  public String toString() {
    return (isWhite() ? "white" : "coloured") + " noise of sd " + shortest(sd) + " uV";
  }
}
