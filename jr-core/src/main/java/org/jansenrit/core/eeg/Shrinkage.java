package org.jansenrit.core.eeg;

import java.util.Arrays;
import org.jansenrit.core.data.TimeSeries;

/** A sample covariance S, and how far to shrink it towards mu I, with mu the mean variance. */
final class Shrinkage {
  private final double[][] covariance;
  private final int samples;
  private final double fourthMoment;

  private Shrinkage(double[][] covariance, int samples, double fourthMoment) {
    this.covariance = covariance;
    this.samples = samples;
    this.fourthMoment = fourthMoment;
  }

  static Shrinkage of(TimeSeries trials) {
    if (!trials.unit().equals("uV") || trials.samples() < 2 || trials.size() < 1) {
      throw new IllegalArgumentException(
          "a noise covariance is estimated from at least 2 samples per trial in uV, but got "
              + trials);
    }
    trials.requireFinite("trials of noise");
    int p = trials.channels().size();
    double[][] sum = new double[p][p];
    double fourth = 0;
    for (int i = 0; i < trials.size(); i++) {
      for (double[] x : centred(trials, i)) {
        double square = 0;
        for (int c = 0; c < p; c++) {
          square += x[c] * x[c];
          for (int d = 0; d < p; d++) {
            sum[c][d] += x[c] * x[d];
          }
        }
        fourth += square * square;
      }
    }
    int n = trials.size() * trials.samples();
    // a mean has been taken from each trial
    double left = n - trials.size();
    for (double[] row : sum) {
      Arrays.setAll(row, d -> row[d] / left);
    }
    return new Shrinkage(sum, (int) left, fourth / left);
  }

  /** Returns trial {@code i} as samples x channels, less its mean. */
  private static double[][] centred(TimeSeries trials, int i) {
    double[][] x = new double[trials.samples()][trials.channels().size()];
    for (int c = 0; c < trials.channels().size(); c++) {
      double[] channel = trials.channel(i, c);
      double mean = Arrays.stream(channel).average().orElseThrow();
      for (int k = 0; k < channel.length; k++) {
        x[k][c] = channel[k] - mean;
      }
    }
    return x;
  }

  /** Lemma 3.2 to 3.4 of Ledoit &amp; Wolf: b^2 / d^2, with b^2 at most d^2. */
  double ledoitWolf() {
    double distance = squares() - trace() * trace() / covariance.length;
    double error = (fourthMoment - squares()) / samples;
    return distance > 0 ? Math.min(1, error / distance) : 1;
  }

  /** Equation 23 of Chen et al. */
  double oracleApproximating() {
    double p = covariance.length;
    double square = trace() * trace();
    double above = (1 - 2 / p) * squares() + square;
    double below = (samples + 1 - 2 / p) * (squares() - square / p);
    return below > 0 ? Math.min(1, above / below) : 1;
  }

  /** Returns (1 - amount) S + amount mu I. */
  double[][] shrunk(double amount) {
    double mu = trace() / covariance.length;
    double[][] shrunk = new double[covariance.length][];
    for (int c = 0; c < shrunk.length; c++) {
      shrunk[c] = Arrays.stream(covariance[c]).map(v -> (1 - amount) * v).toArray();
      shrunk[c][c] += amount * mu;
    }
    return shrunk;
  }

  private double trace() {
    double sum = 0;
    for (int c = 0; c < covariance.length; c++) {
      sum += covariance[c][c];
    }
    return sum;
  }

  /** The sum of all squared elements, tr(S^2). */
  private double squares() {
    double sum = 0;
    for (double[] row : covariance) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }
}
