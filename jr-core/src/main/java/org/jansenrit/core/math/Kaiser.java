package org.jansenrit.core.math;

/**
 * The window of Kaiser, with which a sinc becomes a filter of finite length.
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1980.1163349">Kaiser &amp; Schafer (1980), On the use
 *     of the I0-sinh window for spectrum analysis</a>
 */
public final class Kaiser {
  private Kaiser() {}

  /**
   * {@return the weight of the window, 1 in its middle}
   *
   * @param x where: 0 in the middle, -1 and 1 at the ends
   * @param beta how narrow it is; the larger, the lower the side lobes; 0 for a rectangle
   */
  public static double window(double x, double beta) {
    return bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
  }

  /**
   * {@return sin(pi x) / (pi x)}
   *
   * @param x any finite number
   */
  public static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The modified Bessel function of the first kind and order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
