package org.jansenrit.core.integrate;

/**
 * Small loops over lanes for second-order kernels, in the manner of {@link
 * org.jansenrit.core.math.Lanes}: few arrays each, because that is what C2 vectorises on Java 17.
 *
 * <p>Throughout, x is the potential, in mV, and v its time derivative, in mV/s; u is what enters,
 * gain what it is multiplied by, rate the rate r of the kernel, in 1/s, and h the step, in s. The
 * acceleration is a(x, v) = gain * u - r (2 v + r x).
 */
final class KernelLanes {
  private KernelLanes() {}

  /** Takes one Euler step: {@code x += h v} and {@code v += h a(x, v)}, from the old x and v. */
  static void euler(
      double[] x, double[] v, double[] u, double[] gain, double[] rate, double h, int n) {
    for (int i = 0; i < n; i++) {
      double x0 = x[i];
      double v0 = v[i];
      double r = rate[i];
      x[i] = Math.fma(h, v0, x0);
      double leak = r * Math.fma(r, x0, v0 + v0);
      v[i] = Math.fma(h, Math.fma(gain[i], u[i], -leak), v0);
    }
  }

  /**
   * Predicts for Heun's method: {@code x += h v}, while v stays and {@code dv = h a(x, v)}, from
   * the old x.
   */
  static void heunPredict(
      double[] x,
      double[] v,
      double[] u,
      double[] gain,
      double[] rate,
      double h,
      double[] dv,
      int n) {
    for (int i = 0; i < n; i++) {
      double x0 = x[i];
      double v0 = v[i];
      double r = rate[i];
      x[i] = Math.fma(h, v0, x0);
      double leak = r * Math.fma(r, x0, v0 + v0);
      dv[i] = h * Math.fma(gain[i], u[i], -leak);
    }
  }

  /**
   * Corrects what {@link #heunPredict} predicted: {@code x += h dv / 2} and {@code v += (dv + h
   * a(x, v + dv)) / 2}, from the predicted x.
   */
  static void heunCorrect(
      double[] x,
      double[] v,
      double[] u,
      double[] gain,
      double[] rate,
      double h,
      double[] dv,
      int n) {
    double half = h / 2;
    for (int i = 0; i < n; i++) {
      double x0 = x[i];
      double v0 = v[i];
      double rise = dv[i];
      double r = rate[i];
      double end = v0 + rise;
      x[i] = Math.fma(half, rise, x0);
      double leak = r * Math.fma(r, x0, end + end);
      double second = Math.fma(h, Math.fma(gain[i], u[i], -leak), rise);
      v[i] = Math.fma(0.5, second, v0);
    }
  }

  /**
   * Kicks the velocity, {@code v += kick * u}, and lets the kernel go on alone for a step, exactly:
   * {@code x = e (x + t)} and {@code v = e (v - r t)} with {@code t = h (v + r x)}.
   *
   * @param decay exp(-r h), e
   */
  static void kickAndFlow(
      double[] x,
      double[] v,
      double[] u,
      double[] kick,
      double[] rate,
      double[] decay,
      double h,
      int n) {
    for (int i = 0; i < n; i++) {
      double x0 = x[i];
      double r = rate[i];
      double e = decay[i];
      double v0 = Math.fma(kick[i], u[i], v[i]);
      double t = h * Math.fma(r, x0, v0);
      x[i] = e * (x0 + t);
      v[i] = e * (v0 - r * t);
    }
  }

  /** Computes {@code y += base + a z}. */
  static void add(double[] y, double[] base, double[] a, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.fma(a[i], z[i], y[i] + base[i]);
    }
  }

  /** Computes {@code y += base + a1 z1 + a2 z2}. */
  static void add(
      double[] y, double[] base, double[] a1, double[] z1, double[] a2, double[] z2, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.fma(a2[i], z2[i], Math.fma(a1[i], z1[i], y[i] + base[i]));
    }
  }
}
