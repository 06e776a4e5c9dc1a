package org.jansenrit.core.features;

/**
 * A one-sided power spectral density on evenly spaced lines from 0 to the Nyquist frequency.
 *
 * <p>The density counts as constant in a cell of one spacing round each line, and in half a cell at
 * both ends, so that the power of all cells is that of the signal (Parseval).
 */
final class Spectrum {
  private final double spacing;
  private final double[] density;

  Spectrum(double spacing, double[] density) {
    this.spacing = spacing;
    this.density = density;
  }

  /** Returns the distance of two lines, in Hz. */
  double spacing() {
    return spacing;
  }

  /** Returns the density at line {@code k}, which is at {@code k * spacing()} Hz. */
  double density(int k) {
    return density[k];
  }

  /** Returns the first line that is not below {@code frequency}, in Hz. */
  int lineFrom(double frequency) {
    return (int) Math.ceil(frequency / spacing - 1e-9);
  }

  /** Returns the last line that is not above {@code frequency}, in Hz. */
  int lineTo(double frequency) {
    return Math.min(density.length - 1, (int) Math.floor(frequency / spacing + 1e-9));
  }

  /** Returns the power of line {@code k}: that of its cell. */
  double power(int k) {
    boolean end = k == 0 || k == density.length - 1;
    return density[k] * (end ? spacing / 2 : spacing);
  }

  /** Returns the power between two frequencies, in Hz, within 0 and the Nyquist frequency. */
  double power(double from, double to) {
    double sum = 0;
    int last = cell(to);
    for (int k = cell(from); k <= last; k++) {
      double low = Math.max(from, (k - 0.5) * spacing);
      double high = Math.min(to, (k + 0.5) * spacing);
      sum += density[k] * Math.max(0, high - low);
    }
    return sum;
  }

  /**
   * Returns the frequency below which {@code power} lies, counted from {@code from} on, both in Hz.
   */
  double frequencyOf(double power, double from, double to) {
    double left = power;
    for (int k = cell(from); k <= cell(to); k++) {
      double low = Math.max(from, (k - 0.5) * spacing);
      double high = Math.min(to, (k + 0.5) * spacing);
      double here = density[k] * Math.max(0, high - low);
      if (here >= left && here > 0) {
        return low + (high - low) * left / here;
      }
      left -= here;
    }
    return to;
  }

  private int cell(double frequency) {
    return Math.min(density.length - 1, (int) Math.floor(frequency / spacing + 0.5));
  }
}
