package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The potential of one dipole at the scalp, as a series:
 *
 * <pre>
 * V = Q / (4 pi sigma R^2) sum_n (2n+1)/n f_n b^(n-1) [n m_r P_n(x) + (m.e - x m_r) P_n'(x)]
 * </pre>
 *
 * <p>with R the radius and sigma the conductivity of the scalp, e the direction of the electrode, m
 * that of the moment, m_r its radial part, x the cosine between electrode and dipole, and b the
 * distance of the dipole from the centre in units of R. The second term is the tangential part
 * without its angles, so that nothing is singular on the axis of the dipole.
 */
final class ShellSeries {
  private static final double TRUNCATION = 1e-9;

  private final double scale;
  private final Vector3 radial;
  private final Vector3 moment;
  private final double[] weights;

  ShellSeries(double radius, ShellFactors factors, Dipole dipole) {
    double distance = dipole.position().length();
    // at the centre only n = 1 is left, in which the radial direction cancels
    this.radial = distance > 0 ? dipole.position().unit() : dipole.orientation();
    this.moment = dipole.orientation();
    // 1 nAm / (1 S/m mm^2) = 1e-3 V = 1e3 uV
    this.scale = 1e3 / (4 * Math.PI * factors.scalp() * radius * radius);
    this.weights = weights(factors, distance / radius);
  }

  /** Returns the potential at the scalp in direction {@code e} of length 1, in uV per nAm. */
  double potential(Vector3 e) {
    double x = Math.max(-1, Math.min(1, radial.dot(e)));
    double along = moment.dot(radial);
    double across = moment.dot(e) - x * along;
    double before = 1;
    double p = x;
    double slope = 1;
    double sum = 0;
    for (int n = 1; n <= weights.length; n++) {
      sum += weights[n - 1] * (n * along * p + across * slope);
      double next = ((2 * n + 1) * x * p - n * before) / (n + 1);
      slope = (n + 1) * p + x * slope;
      before = p;
      p = next;
    }
    return scale * sum;
  }

  /** Returns the number of terms. */
  int terms() {
    return weights.length;
  }

  /** Returns (2n+1)/n f_n b^(n-1), for all n up to where the rest is negligible. */
  private static double[] weights(ShellFactors factors, double b) {
    List<Double> weights = new ArrayList<>();
    double enough = TRUNCATION * 3 * factors.factor(1);
    double power = 1;
    for (int n = 1; n == 1 || rest(n, b, power, factors.bound()) > enough; n++) {
      weights.add((2.0 * n + 1) / n * factors.factor(n) * power);
      power *= b;
    }
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Returns a bound on the sum of all terms from {@code n} on: |P_n| is at most 1 and the
   * tangential part at most sqrt(n(n+1)/2), so that a term is at most sqrt(2) (2n+1) f b^(n-1).
   */
  private static double rest(int n, double b, double power, double f) {
    return Math.sqrt(2) * f * power * ((2 * n + 1) / (1 - b) + 2 * b / ((1 - b) * (1 - b)));
  }
}
