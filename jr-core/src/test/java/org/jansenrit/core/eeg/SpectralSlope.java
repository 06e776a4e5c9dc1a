package org.jansenrit.core.eeg;

/** The exponent of a spectrum by Welch's method, without the transform that the library uses. */
final class SpectralSlope {
  private static final int FREQUENCIES = 40;

  private SpectralSlope() {}

  /** Returns the slope of log power over log frequency from 2 to 40 Hz of samples x channels. */
  static double of(double[][] x, int rate) {
    int window = 4 * rate;
    double[] power = new double[FREQUENCIES];
    double[] logs = new double[FREQUENCIES];
    for (int f = 0; f < FREQUENCIES; f++) {
      double hertz = Math.rint(4 * 2 * Math.pow(20, f / (FREQUENCIES - 1.0))) / 4;
      logs[f] = Math.log(hertz);
      for (int start = 0; start + window <= x.length; start += window / 2) {
        power[f] += power(x, start, window, 2 * Math.PI * hertz / rate);
      }
    }
    return slope(logs, power);
  }

  private static double power(double[][] x, int start, int window, double angle) {
    double[] re = new double[x[0].length];
    double[] im = new double[x[0].length];
    for (int k = 0; k < window; k++) {
      double hann = Math.pow(Math.sin(Math.PI * k / window), 2);
      double cosine = hann * Math.cos(angle * k);
      double sine = hann * Math.sin(angle * k);
      for (int c = 0; c < re.length; c++) {
        re[c] += cosine * x[start + k][c];
        im[c] += sine * x[start + k][c];
      }
    }
    double sum = 0;
    for (int c = 0; c < re.length; c++) {
      sum += re[c] * re[c] + im[c] * im[c];
    }
    return sum;
  }

  private static double slope(double[] logs, double[] power) {
    double n = logs.length;
    double sx = 0;
    double sy = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < logs.length; i++) {
      double y = Math.log(power[i]);
      sx += logs[i];
      sy += y;
      xx += logs[i] * logs[i];
      xy += logs[i] * y;
    }
    return (xy - sx * sy / n) / (xx - sx * sx / n);
  }
}
