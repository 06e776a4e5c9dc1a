package org.jansenrit.core.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.quantity.Frequency;

/**
 * Which Ornstein-Uhlenbeck processes sum to a spectrum 1/f^alpha in a band.
 *
 * <p>Corner frequencies are spaced evenly in log f, at most a factor of four apart, from a quarter
 * of the band's lower edge to four times its upper edge. Their variances are fitted by the
 * multiplicative updates that minimise the Itakura-Saito divergence, which keep them positive and
 * weigh relative errors equally wherever the spectrum is.
 *
 * @see <a href="https://doi.org/10.1103/RevModPhys.53.497">Dutta &amp; Horn (1981) on sums of
 *     relaxation processes</a>
 * @see <a href="https://doi.org/10.1162/NECO_a_00168">Fevotte &amp; Idier (2011) on the updates</a>
 */
final class PinkSpectrum {
  private static final double FACTOR = 4;
  private static final int UPDATES = 400;
  private static final int POINTS_PER_CORNER = 8;

  private final double[] corners;
  private final double[] frequencies;
  private final double[] target;
  private final double[] variances;

  private PinkSpectrum(double alpha, Frequency low, Frequency high) {
    double from = low.hertz();
    double to = high.hertz();
    int spans = (int) Math.ceil(StrictMath.log(to / from) / StrictMath.log(FACTOR)) + 2;
    corners = spaced(from / FACTOR, to * FACTOR, spans + 1);
    frequencies = spaced(from, to, POINTS_PER_CORNER * corners.length);
    target = Arrays.stream(frequencies).map(f -> StrictMath.pow(f, -alpha)).toArray();
    variances = Arrays.stream(corners).map(f -> StrictMath.pow(f, 1 - alpha)).toArray();
  }

  /** Returns processes whose variances sum to one. */
  static List<RelaxationNoise.Part> parts(double alpha, Frequency low, Frequency high) {
    PinkSpectrum fit = new PinkSpectrum(alpha, low, high);
    for (int k = 0; k < UPDATES; k++) {
      fit.update();
    }
    return fit.parts();
  }

  private void update() {
    double[] up = new double[corners.length];
    double[] down = new double[corners.length];
    for (int j = 0; j < frequencies.length; j++) {
      double model = model(frequencies[j]);
      for (int k = 0; k < corners.length; k++) {
        double share = density(corners[k], frequencies[j]) / model;
        up[k] += share * target[j] / model;
        down[k] += share;
      }
    }
    for (int k = 0; k < corners.length; k++) {
      variances[k] *= Math.sqrt(up[k] / down[k]);
    }
  }

  private double model(double f) {
    double sum = 0;
    for (int k = 0; k < corners.length; k++) {
      sum += variances[k] * density(corners[k], f);
    }
    return sum;
  }

  /** The one-sided spectral density of unit variance, less a constant factor. */
  private static double density(double corner, double f) {
    return corner / (corner * corner + f * f);
  }

  private List<RelaxationNoise.Part> parts() {
    double sum = Arrays.stream(variances).sum();
    List<RelaxationNoise.Part> parts = new ArrayList<>();
    for (int k = 0; k < corners.length; k++) {
      double tau = 1 / (2 * Math.PI * corners[k]);
      parts.add(new RelaxationNoise.Part(tau, Math.sqrt(variances[k] / sum)));
    }
    return parts;
  }

  private static double[] spaced(double from, double to, int count) {
    double[] all = new double[count];
    Arrays.setAll(all, k -> from * StrictMath.pow(to / from, k / (count - 1.0)));
    return all;
  }
}
