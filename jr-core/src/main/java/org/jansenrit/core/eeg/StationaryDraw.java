package org.jansenrit.core.eeg;

import java.util.function.IntFunction;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.math.Fourier;

/**
 * Draws stationary Gaussian sequences with a given autocovariance, exactly: short ones by the
 * Cholesky factor of their covariance, long ones by circulant embedding.
 *
 * @see <a href="https://doi.org/10.1137/S1064827592240555">Dietrich &amp; Newsam (1997), Fast and
 *     exact simulation of stationary Gaussian processes through circulant embedding</a>
 */
final class StationaryDraw {
  /** Up to here multiplying by a triangle is as fast as a transform. */
  private static final int SHORT = 2048;

  /** How often the circle is doubled before it counts as impossible. */
  private static final int DOUBLINGS = 6;

  private static final double ROUNDING = 1e-9;

  private StationaryDraw() {}

  /**
   * Returns what draws {@code samples} samples.
   *
   * @param autocovariance from a number of lags to the values at them
   * @throws IllegalArgumentException if the autocovariance is not positive definite
   */
  static NoiseDraw of(int samples, IntFunction<double[]> autocovariance) {
    return samples <= SHORT
        ? triangular(samples, autocovariance.apply(samples))
        : circulant(samples, autocovariance);
  }

  private static NoiseDraw triangular(int samples, double[] r) {
    DMatrixRMaj matrix = new DMatrixRMaj(samples, samples);
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < samples; j++) {
        matrix.set(i, j, r[Math.abs(i - j)]);
      }
    }
    double[][] factor = Triangle.of(matrix);
    if (factor == null) {
      throw notPositive(samples);
    }
    return (channels, normals) -> Triangle.times(factor, normals.rows(samples, channels));
  }

  private static NoiseDraw circulant(int samples, IntFunction<double[]> autocovariance) {
    int length = Fourier.length(2.0 * samples);
    for (int k = 0; k <= DOUBLINGS; k++, length *= 2) {
      double[] eigenvalues = eigenvalues(autocovariance.apply(length / 2 + 1), length);
      if (eigenvalues != null) {
        return (channels, normals) -> onCircle(eigenvalues, samples, channels, normals);
      }
    }
    throw notPositive(samples);
  }

  /** Returns the square roots of the eigenvalues over the length; null if one is negative. */
  private static double[] eigenvalues(double[] r, int length) {
    double[] re = new double[length];
    for (int lag = 0; lag <= length / 2; lag++) {
      re[lag] = r[lag];
      re[(length - lag) % length] = r[lag];
    }
    Fourier.transform(re, new double[length]);
    double largest = 0;
    for (double value : re) {
      largest = Math.max(largest, value);
    }
    for (int k = 0; k < length; k++) {
      if (!(re[k] >= -ROUNDING * largest)) {
        return null;
      }
      re[k] = Math.sqrt(Math.max(0, re[k]) / length);
    }
    return re;
  }

  /** The real and the imaginary part of one transform are independent: two channels at once. */
  private static double[][] onCircle(
      double[] amplitudes, int samples, int channels, Normals normals) {
    double[][] x = new double[samples][channels];
    double[] re = new double[amplitudes.length];
    double[] im = new double[amplitudes.length];
    for (int c = 0; c < channels; c += 2) {
      normals.fill(re);
      normals.fill(im);
      for (int k = 0; k < re.length; k++) {
        re[k] *= amplitudes[k];
        im[k] *= amplitudes[k];
      }
      Fourier.transform(re, im);
      for (int k = 0; k < samples; k++) {
        x[k][c] = re[k];
        if (c + 1 < channels) {
          x[k][c + 1] = im[k];
        }
      }
    }
    return x;
  }

  private static IllegalArgumentException notPositive(int samples) {
    return new IllegalArgumentException(
        "the autocovariance of the sensor noise is not positive definite over "
            + samples
            + " samples; taper it towards zero at long lags");
  }
}
