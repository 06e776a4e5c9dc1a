package org.jansenrit.core.signal;

import org.hipparchus.complex.Complex;

/** A filter as second-order sections, one after the other: b0, b1, b2, a1, a2 of each, a0 is 1. */
final class Sections {
  private final double[][] sections;

  /** Takes over {@code sections}. */
  Sections(double[][] sections) {
    this.sections = sections;
  }

  /** Returns the part of the amplitude that passes in one run, at cycles per sample. */
  double gain(double frequency) {
    Complex delay = new Complex(0, -2 * Math.PI * frequency).exp();
    double gain = 1;
    for (double[] s : sections) {
      Complex above = delay.multiply(s[2]).add(s[1]).multiply(delay).add(s[0]);
      Complex below = delay.multiply(s[4]).add(s[3]).multiply(delay).add(1);
      gain *= above.norm() / below.norm();
    }
    return gain;
  }

  /** Returns after how many samples the slowest part has fallen to {@code fraction}. */
  double settling(double fraction) {
    double slowest = 0;
    for (double[] s : sections) {
      // the poles are the roots of z^2 + a1 z + a2
      double root = s[3] * s[3] / 4 - s[4];
      double radius = root < 0 ? Math.sqrt(s[4]) : Math.abs(s[3]) / 2 + Math.sqrt(root);
      slowest = Math.max(slowest, radius);
    }
    return Math.log(fraction) / Math.log(slowest);
  }

  /**
   * Filters in place, once.
   *
   * @param step 1 from the first value on, -1 from the last one backwards
   * @param rest the value that the signal is taken to have had for ever before
   */
  void run(double[] x, int step, double rest) {
    double before = rest;
    for (double[] s : sections) {
      double after = before * (s[0] + s[1] + s[2]) / (1 + s[3] + s[4]);
      double second = s[2] * before - s[4] * after;
      double first = s[1] * before - s[3] * after + second;
      for (int n = 0, k = step > 0 ? 0 : x.length - 1; n < x.length; n++, k += step) {
        double y = s[0] * x[k] + first;
        first = s[1] * x[k] - s[3] * y + second;
        second = s[2] * x[k] - s[4] * y;
        x[k] = y;
      }
      before = after;
    }
  }
}
