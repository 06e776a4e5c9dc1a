package org.jansenrit.core.drive;

/**
 * How an Ornstein-Uhlenbeck process of unit variance and its mean advance over one interval: with
 * its value x at the start and two standard normals z and w, the value becomes {@code decay x +
 * valueSd z}, and what it adds to the mean of a sum is {@code meanOfValue x + meanOfNormal z +
 * sqrt(ownVariance) w}.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevE.54.2084">Gillespie (1996)</a>
 */
record RelaxationStep(
    double decay, double valueSd, double meanOfValue, double meanOfNormal, double ownVariance) {

  static RelaxationStep of(RelaxationNoise.Part part, double interval) {
    double r = interval / part.tau();
    double gone = -StrictMath.expm1(-r);
    double valueSd = Math.sqrt(gone * (2 - gone));
    double ofNormal = gone * gone / (r * valueSd);
    double own = Math.max(0, meanVariance(r, gone) - ofNormal * ofNormal);
    return new RelaxationStep(
        1 - gone, valueSd, part.sd() * gone / r, part.sd() * ofNormal, part.sd() * part.sd() * own);
  }

  /** Variance of the mean given the value at the start. */
  private static double meanVariance(double r, double gone) {
    return r < 1e-3
        ? 2 * r / 3 - r * r / 2 // the closed form cancels here
        : (2 * r - 2 * gone - gone * gone) / (r * r);
  }
}
