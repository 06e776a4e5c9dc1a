package org.jansenrit.core.features;

import java.util.Arrays;

/** A straight line through the logarithms of density and frequency, by least squares. */
final class LogLine {
  private final int[] lines;
  private final double[] weights;
  private final double middle;

  private LogLine(int[] lines, double[] weights, double middle) {
    this.lines = lines;
    this.weights = weights;
    this.middle = middle;
  }

  /** Prepares for at least two {@code lines}, which are {@code spacing} Hz apart. */
  static LogLine through(int[] lines, double spacing) {
    double[] x = Arrays.stream(lines).mapToDouble(k -> Math.log10(k * spacing)).toArray();
    double middle = Moments.mean(x);
    double squares = Arrays.stream(x).map(v -> (v - middle) * (v - middle)).sum();
    double[] weights = Arrays.stream(x).map(v -> (v - middle) / squares).toArray();
    return new LogLine(lines, weights, middle);
  }

  /** Returns the negative slope, and the value at 1 Hz. */
  double[] fit(Spectrum spectrum) {
    double slope = 0;
    double sum = 0;
    for (int j = 0; j < lines.length; j++) {
      double y = Math.log10(spectrum.density(lines[j]));
      slope += weights[j] * y;
      sum += y;
    }
    return new double[] {-slope, sum / lines.length - slope * middle};
  }
}
