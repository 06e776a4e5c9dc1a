package org.jansenrit.core.eeg;

/**
 * How concentric shells weigh each degree n of the potential at the scalp: f_n, which is 1 for all
 * n in a homogeneous sphere.
 *
 * <p>In a shell the potential of degree n is A r^n + B r^-(n+1). No current leaves the scalp, so
 * that A / B = (n+1) / n there (r in units of the scalp's radius). At each boundary on the way
 * inwards the potential and the radial current are continuous, which gives A and B of the shell
 * below; at the end B is what the source puts in. Followed are only B, and t, the ratio of the two
 * terms at the boundary: t lies between -1 and (n+1)/n and shrinks by (inner / outer radius)^(2n+1)
 * across a shell, so that nothing overflows at any n, and no difference loses more digits than the
 * ratio of two conductivities has.
 */
final class ShellFactors {
  private final double[] radii;
  private final double[] conductivities;

  ShellFactors(double[] radii, double[] conductivities) {
    this.radii = radii;
    this.conductivities = conductivities;
  }

  /** Returns f_n for n of at least 1. */
  double factor(int n) {
    int outer = radii.length - 1;
    double t = (n + 1.0) / n;
    double b = 1;
    for (int j = outer; j > 0; j--) {
      t *= Math.pow(radii[j - 1] / radii[j], 2.0 * n + 1);
      double s = conductivities[j] / conductivities[j - 1];
      double below = n * (1 - s) * t + n + s * (n + 1);
      t = ((n + 1 + s * n) * t + (n + 1) * (1 - s)) / below;
      b *= below / (2 * n + 1);
    }
    return conductivities[outer] / conductivities[0] / b;
  }

  /** Returns a number that no f_n exceeds: each boundary weighs at most max(1, 1/s). */
  double bound() {
    int outer = radii.length - 1;
    double bound = conductivities[outer] / conductivities[0];
    for (int j = 1; j <= outer; j++) {
      bound *= Math.max(1, conductivities[j - 1] / conductivities[j]);
    }
    return bound;
  }

  /** Returns the conductivity of the outermost shell, in S/m. */
  double scalp() {
    return conductivities[radii.length - 1];
  }
}
