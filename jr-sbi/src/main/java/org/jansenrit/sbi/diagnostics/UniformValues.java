package org.jansenrit.sbi.diagnostics;

import org.jansenrit.core.report.Panel;

/** Values in (0, 1), one per simulation, that are uniform if a posterior is right. */
final class UniformValues {
  private final double[] values;
  private final Uniformity test;

  UniformValues(double... values) {
    this.values = values;
    this.test = Uniformity.of(values);
  }

  double[] values() {
    return values.clone();
  }

  Uniformity test() {
    return test;
  }

  boolean passes() {
    return test.p() >= Uniformity.LEVEL;
  }

  /** Draws the distribution function less its expectation, with the band that holds 95 %. */
  Panel draw(Panel panel, String name) {
    EcdfBand band = EcdfBand.of(values.length);
    double[] points = band.points();
    return panel
        .band(
            "95 % of uniform samples",
            points, minus(band.low(), points), minus(band.high(), points))
        .line(name, points, minus(band.shares(values), points));
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    for (int i = 0; i < a.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }
}
