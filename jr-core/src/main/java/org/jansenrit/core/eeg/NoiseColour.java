package org.jansenrit.core.eeg;

import java.util.Arrays;
import org.jansenrit.core.math.Fourier;
import org.jansenrit.core.quantity.Frequency;

/** How noise of variance 1 goes on in time: a stationary process. Immutable. */
sealed interface NoiseColour {

  /**
   * Returns the autocovariance at lags 0 to {@code lags} - 1 samples; 1 at lag 0.
   *
   * @throws IllegalArgumentException if this noise cannot be had at {@code rate}
   */
  double[] autocovariance(int lags, Frequency rate);

  /** Returns what draws the noise of the average over the trials of {@code window}, exactly. */
  default NoiseDraw over(TrialWindow window, Frequency rate) {
    return StationaryDraw.of(
        window.samples(), lags -> window.averaged(autocovariance(window.lags(lags), rate), lags));
  }

  /** Independent from sample to sample. */
  record White() implements NoiseColour {
    @Override
    public double[] autocovariance(int lags, Frequency rate) {
      double[] r = new double[lags];
      r[0] = 1;
      return r;
    }

    @Override
    public NoiseDraw over(TrialWindow window, Frequency rate) {
      return window::averageOfWhite;
    }

    @Override
    public String toString() {
      return "white noise";
    }
  }

  /**
   * A spectrum 1/f^alpha above a lowest frequency, below which it is flat.
   *
   * <p>The process is periodic, with a period at least eight times that of the lowest frequency and
   * twice what is looked at.
   */
  record Pink(double alpha, Frequency lowest) implements NoiseColour {
    private static final double STEEPEST = 3;
    private static final int PERIODS = 8;

    public Pink {
      if (!(alpha >= 0 && alpha <= STEEPEST)) {
        throw new IllegalArgumentException(
            "exponent of pink noise must be within [0, " + STEEPEST + "], but was " + alpha);
      }
    }

    @Override
    public double[] autocovariance(int lags, Frequency rate) {
      requireBelowNyquist("lowest frequency of the pink noise", lowest, rate);
      double longest = Math.max(2.0 * lags, PERIODS * rate.hertz() / lowest.hertz());
      int n = Fourier.length(longest);
      double[] re = new double[n];
      for (int k = 1; k <= n / 2; k++) {
        double f = Math.max(k * rate.hertz() / n, lowest.hertz());
        re[k] = StrictMath.pow(f, -alpha);
        re[n - k] = re[k];
      }
      Fourier.transform(re, new double[n]);
      double variance = re[0];
      return Arrays.stream(re, 0, lags).map(r -> r / variance).toArray();
    }

    @Override
    public String toString() {
      return "1/f^" + alpha + " noise from " + lowest + " on";
    }
  }

  /** A sine of random phase. */
  record Mains(Frequency frequency) implements NoiseColour {
    @Override
    public double[] autocovariance(int lags, Frequency rate) {
      requireBelowNyquist("mains hum", frequency, rate);
      double[] r = new double[lags];
      Arrays.setAll(r, lag -> StrictMath.cos(angle(rate) * lag));
      return r;
    }

    @Override
    public NoiseDraw over(TrialWindow window, Frequency rate) {
      double angle = angle(rate);
      double left = window.averaged(autocovariance(window.lags(1), rate), 1)[0];
      double[] cosine = new double[window.samples()];
      double[] sine = new double[window.samples()];
      for (int k = 0; k < cosine.length; k++) {
        cosine[k] = Math.sqrt(2 * Math.max(0, left)) * StrictMath.cos(angle * k);
        sine[k] = Math.sqrt(2 * Math.max(0, left)) * StrictMath.sin(angle * k);
      }
      return (channels, normals) -> hum(cosine, sine, channels, normals);
    }

    /** The average of sines is a sine, of smaller amplitude; its phase stays uniform. */
    private static double[][] hum(double[] cosine, double[] sine, int channels, Normals normals) {
      double[][] x = new double[cosine.length][channels];
      for (int c = 0; c < channels; c++) {
        double u = normals.next();
        double v = normals.next();
        double length = Math.sqrt(u * u + v * v);
        for (int k = 0; k < x.length; k++) {
          x[k][c] = (u * cosine[k] + v * sine[k]) / length;
        }
      }
      return x;
    }

    private double angle(Frequency rate) {
      return 2 * Math.PI * frequency.hertz() / rate.hertz();
    }

    @Override
    public String toString() {
      return "hum at " + frequency;
    }
  }

  /** A given autocorrelation at lags 0, 1, ..., zero beyond. */
  final class Stationary implements NoiseColour {
    private final double[] autocorrelation;
    private final Frequency rate;

    Stationary(double[] autocorrelation, Frequency rate) {
      this.autocorrelation = autocorrelation.clone();
      this.rate = rate;
    }

    @Override
    public double[] autocovariance(int lags, Frequency kept) {
      if (Math.abs(kept.hertz() / rate.hertz() - 1) > 1e-6) {
        throw new IllegalArgumentException(
            "the sensor noise is given at " + rate + ", but the monitor keeps " + kept);
      }
      return Arrays.copyOf(autocorrelation, lags);
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Stationary other
          && rate.equals(other.rate)
          && Arrays.equals(autocorrelation, other.autocorrelation);
    }

    @Override
    public int hashCode() {
      return 31 * rate.hashCode() + Arrays.hashCode(autocorrelation);
    }

    @Override
    public String toString() {
      return "coloured noise";
    }
  }

  private static void requireBelowNyquist(String what, Frequency frequency, Frequency rate) {
    if (!(2 * frequency.hertz() < rate.hertz())) {
      throw new IllegalArgumentException(
          what + " must be below half of the kept rate, " + rate + ", but is " + frequency);
    }
  }
}
