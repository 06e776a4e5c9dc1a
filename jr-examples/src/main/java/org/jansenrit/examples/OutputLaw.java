package org.jansenrit.examples;

import java.util.Arrays;
import org.jansenrit.core.data.TimeSeries;

/** The stationary density and the spectrum of a model's output, estimated over many columns. */
final class OutputLaw {
  private static final double LOWEST = -5;
  private static final double HIGHEST = 20;
  private static final int BINS = 125;
  private static final int FREQUENCIES = 40;

  private final String name;
  private final double[] density = new double[BINS];
  private final double[] power = new double[FREQUENCIES];

  private OutputLaw(String name) {
    this.name = name;
  }

  /**
   * Estimates them.
   *
   * @param x n columns x 1 channel x samples, in mV
   * @param every the samples from one that is used to the next
   */
  static OutputLaw of(String name, TimeSeries x, int every) {
    OutputLaw law = new OutputLaw(name);
    for (int i = 0; i < x.size(); i++) {
      double[] y = law.thinned(x.channel(i, 0), every);
      law.addDensity(y, (double) x.size() * y.length);
      law.addPower(y, every / x.rate().hertz(), x.size());
    }
    return law;
  }

  private double[] thinned(double[] y, int every) {
    double[] some = new double[y.length / every];
    Arrays.setAll(some, k -> y[k * every]);
    return some;
  }

  private void addDensity(double[] y, double count) {
    double width = (HIGHEST - LOWEST) / BINS;
    for (double value : y) {
      int bin = (int) Math.floor((value - LOWEST) / width);
      if (bin >= 0 && bin < BINS) {
        density[bin] += 1 / (count * width);
      }
    }
  }

  /** The periodogram at whole frequencies, under a Hann window. */
  private void addPower(double[] y, double step, int columns) {
    double mean = Arrays.stream(y).average().orElseThrow();
    double norm = 0;
    double[] windowed = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 0.5) / y.length);
      windowed[k] = w * (y[k] - mean);
      norm += w * w;
    }
    for (int f = 1; f <= FREQUENCIES; f++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < y.length; k++) {
        double angle = 2 * Math.PI * f * step * k;
        re += windowed[k] * Math.cos(angle);
        im += windowed[k] * Math.sin(angle);
      }
      power[f - 1] += 2 * step * (re * re + im * im) / norm / columns;
    }
  }

  String name() {
    return name;
  }

  /** Returns the middles of the bins, in mV. */
  double[] potentials() {
    double[] middles = new double[BINS];
    Arrays.setAll(middles, i -> LOWEST + (i + 0.5) * (HIGHEST - LOWEST) / BINS);
    return middles;
  }

  /** Returns the density in each bin, in 1/mV. */
  double[] density() {
    return density.clone();
  }

  /** Returns 1 to 40 Hz. */
  double[] frequencies() {
    double[] hertz = new double[FREQUENCIES];
    Arrays.setAll(hertz, i -> i + 1);
    return hertz;
  }

  /** Returns the power at each frequency, in dB re 1 mV^2/Hz. */
  double[] decibels() {
    return Arrays.stream(power).map(p -> 10 * Math.log10(p)).toArray();
  }

  /** Returns the total variation distance of the densities. */
  double densityDistance(OutputLaw other) {
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += Math.abs(density[i] - other.density[i]) / 2 * (HIGHEST - LOWEST) / BINS;
    }
    return sum;
  }

  /** Returns the root mean square difference of the spectra, in dB. */
  double spectralDistance(OutputLaw other) {
    double sum = 0;
    for (int i = 0; i < FREQUENCIES; i++) {
      double difference = decibels()[i] - other.decibels()[i];
      sum += difference * difference / FREQUENCIES;
    }
    return Math.sqrt(sum);
  }
}
