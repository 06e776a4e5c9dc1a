package org.jansenrit.core.math;

/**
 * Small loops over lanes. Each is one loop over few arrays, because that is what C2 turns into
 * vector instructions on Java 17; one large loop is not vectorised at all.
 *
 * <p>Arrays may be longer than {@code n}; only the first {@code n} elements are touched. An output
 * may be one of the inputs. The results of an element depend on nothing but its inputs, bit for
 * bit, whatever the number of lanes.
 */
public final class Lanes {
  private static final double EXP_LIMIT = 40;
  private static final double LITTLE = 0x1p-42;

  /** Arrays of equal length, a power of two, would share cache sets. */
  private static final int PAD = 6;

  private Lanes() {}

  /**
   * {@return an array for {@code n} lanes, a little longer so that many of them stay in the cache}
   *
   * @param n how many values are needed
   */
  public static double[] array(int n) {
    return new double[n + PAD];
  }

  /**
   * Computes {@code out = a + b}.
   *
   * @param a n values
   * @param b n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void add(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  /**
   * Computes {@code out = a - b}.
   *
   * @param a n values
   * @param b n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void subtract(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  /**
   * Computes {@code out = a * b}.
   *
   * @param a n values
   * @param b n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void multiply(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /**
   * Computes {@code out = 1 / x}.
   *
   * @param x n values; zero gives infinity
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void invert(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / x[i];
    }
  }

  /**
   * Computes {@code out = factor * x}.
   *
   * @param factor the same in all lanes
   * @param x n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void scale(double factor, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * x[i];
    }
  }

  /**
   * Computes {@code out = y + factor * x}.
   *
   * @param y n values
   * @param factor the same in all lanes
   * @param x n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void addScaled(double[] y, double factor, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.fma(factor, x[i], y[i]);
    }
  }

  /**
   * Computes {@code out = y + a * b}.
   *
   * @param y n values
   * @param a n values
   * @param b n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void addProduct(double[] y, double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.fma(a[i], b[i], y[i]);
    }
  }

  /**
   * Computes {@code out = exp(x)} to a relative error of 1e-12 for x from -40 to 40, and exp(-40)
   * or exp(40) beyond.
   *
   * @param x n values
   * @param out receives n values
   * @param n how many values of each array count
   */
  public static void exp(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = exp(x[i]);
    }
  }

  /**
   * Computes {@code out = 1 / (1 + exp(a - b x))}, to a relative error of 1e-12.
   *
   * @param a n values without unit: b times the potential at which half of the maximum is reached
   * @param b n slopes, in one over the unit of {@code x}
   * @param x n values: potentials in mV, say
   * @param out receives n values, from 0 to 1
   * @param n how many values of each array count
   */
  public static void logisticAffine(double[] a, double[] b, double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 1 / (1 + exp(a[i] - b[i] * x[i]));
    }
  }

  /**
   * Computes {@code out = x / (1 - exp(-x))}, which is 0 far below zero, 1 at zero and x far above:
   * the firing rate of a population with a soft threshold.
   *
   * <p>It is max(x, 0) + |x| / (exp(|x|) - 1). The relative error is 1e-12 from -4 upwards, save
   * that digits cancel near zero: there it is 1e-13 / |x|, but never above 10 %. Below -4 the
   * absolute error is 1e-12.
   *
   * @param x n values without unit: slope times the distance from the threshold
   * @param out receives n values; from 0 on
   * @param n how many values of each array count
   * @see <a href="https://doi.org/10.1016/S0079-6123(05)49011-1">Abbott &amp; Chance (2005)</a>
   */
  public static void thresholdLinear(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double y = Math.abs(x[i]);
      // x and exp(y) - 1 vanish together: a little in both keeps their ratio at 1 there
      out[i] = Math.fma(0.5, x[i] + y, (y + LITTLE) / (growing(y) - (1 - LITTLE)));
    }
  }

  /**
   * Computes the acceleration of a second-order kernel, {@code out = gain * u - (damping * v +
   * stiffness * x)}.
   *
   * @param x the potential, in mV
   * @param v its time derivative, in mV/s
   * @param u the firing rate that enters, in 1/s
   * @param gain gain times rate of the kernel, in mV/s
   * @param damping twice the rate, in 1/s
   * @param stiffness the square of the rate, in 1/s&sup2;
   * @param out receives the acceleration, in mV/s&sup2;
   * @param n how many values of each array count
   */
  public static void secondOrder(
      double[] x,
      double[] v,
      double[] u,
      double[] gain,
      double[] damping,
      double[] stiffness,
      double[] out,
      int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.fma(gain[i], u[i], -Math.fma(damping[i], v[i], stiffness[i] * x[i]));
    }
  }

  /**
   * Returns exp(x) to a relative error of 3e-13 for |x| up to 40, and exp(&plusmn;40) beyond, up to
   * 1e15, where the clamp loses its last digits and an infinite x gives NaN: a minimax polynomial
   * of degree 8 at x / 256, squared 8 times. No branch and no table, so that a loop over it is
   * vectorised; even and odd powers apart, so that half of the chain of operations runs beside the
   * other.
   */
  static double exp(double x) {
    // the difference of two absolute values clamps without a branch: 2 x between the limits
    double z = Math.abs(x + EXP_LIMIT) - Math.abs(x - EXP_LIMIT);
    double q = z * z;
    double even = Math.fma(2.4782456067230104e-05 * 0x1p-72, q, 0.0013888901709406035 * 0x1p-54);
    double odd = Math.fma(1.9855054384350558e-4 * 0x1p-63, q, 0.008333331191107615 * 0x1p-45);
    even = Math.fma(even, q, 0.04166666664754002 * 0x1p-36);
    odd = Math.fma(odd, q, 0.16666666667667995 * 0x1p-27);
    even = Math.fma(even, q, 0.5000000000000734 * 0x1p-18);
    odd = Math.fma(odd, q, 0x1p-9);
    even = Math.fma(even, q, 1);
    double p = Math.fma(odd, z, even);
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    return p;
  }

  /**
   * Returns exp(y) for a y that is not negative, right to 3e-13 up to 4, and so far beyond that y /
   * (exp(y) - 1) is right to 3e-13: a minimax polynomial of degree 6 at y / 64, squared 6 times.
   * All its coefficients are positive, so it grows to infinity with y and needs no clamp.
   */
  private static double growing(double y) {
    double q = y * y;
    double even = Math.fma(0.001463210857949926 * 0x1p-36, q, 0.04166725150838079 * 0x1p-24);
    double odd = Math.fma(0.00832351475135168 * 0x1p-30, q, 0.1666666507830974 * 0x1p-18);
    even = Math.fma(even, q, 0.500000000165731 * 0x1p-12);
    odd = Math.fma(odd, q, 0.9999999999996765 * 0x1p-6);
    even = Math.fma(even, q, 1);
    double p = Math.fma(odd, y, even);
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    p *= p;
    return p;
  }
}
