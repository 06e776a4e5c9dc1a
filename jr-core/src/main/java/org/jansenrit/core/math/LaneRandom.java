package org.jansenrit.core.math;

/**
 * Standard normals for many lanes at once: one xoshiro256++ stream per lane and a Box-Muller
 * transform by polynomials, in loops that are vectorised.
 *
 * <p>Two words of a stream give a pair of normals. A lane's normals depend on its key alone. Not
 * thread-safe: a block has its own.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman &amp; Vigna (2021), xoshiro256++</a>
 * @see <a href="https://doi.org/10.1214/aoms/1177706645">Box &amp; Muller (1958)</a>
 */
public final class LaneRandom {
  private static final double SQRT2 = 1.4142135623730951;
  private static final double[] MINUS_LOG = new double[64];

  static {
    // uniform = mantissa / sqrt(2) * sqrt(2) * 2^-(k+1), with the mantissa in [1, 2)
    for (int k = 0; k < MINUS_LOG.length; k++) {
      MINUS_LOG[k] = (k + 0.5) * StrictMath.log(2);
    }
  }

  private final int lanes;
  private final long[] s0;
  private final long[] s1;
  private final long[] s2;
  private final long[] s3;
  private final long[] u;
  private final long[] v;
  private final double[] mantissa;
  private final double[] angle;
  private final double[] minusLog;
  private final double[] first;
  private final double[] second;

  /** Creates a generator whose lanes have yet to be {@linkplain #seed seeded}. */
  public LaneRandom(int lanes) {
    this.lanes = lanes;
    s0 = new long[lanes];
    s1 = new long[lanes];
    s2 = new long[lanes];
    s3 = new long[lanes];
    u = new long[lanes];
    v = new long[lanes];
    mantissa = new double[lanes];
    angle = new double[lanes];
    minusLog = new double[lanes];
    first = new double[lanes];
    second = new double[lanes];
  }

  /** Starts the stream of {@code lane} at {@code key}; see {@link Streams#key}. */
  public void seed(int lane, long key) {
    long[] state = Streams.state(key);
    s0[lane] = state[0];
    s1[lane] = state[1];
    s2[lane] = state[2];
    s3[lane] = state[3];
  }

  /** Writes two independent standard normals per lane. */
  public void pair(double[] z1, double[] z2) {
    draw(0, lanes, z1, z2);
  }

  /**
   * Writes one standard normal per lane: a new pair in even intervals of the lane's clock, the
   * second half of it in odd ones.
   */
  public void normals(LaneClock clock, double[] out) {
    if (clock.isCommon()) {
      if ((clock.index(0) & 1) == 0) {
        draw(0, lanes, first, second);
      }
      System.arraycopy((clock.index(0) & 1) == 0 ? first : second, 0, out, 0, lanes);
    } else {
      for (int i = 0; i < lanes; i++) {
        boolean even = (clock.index(i) & 1) == 0;
        if (even) {
          draw(i, i + 1, first, second);
        }
        out[i] = even ? first[i] : second[i];
      }
    }
  }

  private void draw(int from, int to, double[] z1, double[] z2) {
    next(s0, s1, s2, s3, u, from, to);
    next(s0, s1, s2, s3, v, from, to);
    split(u, v, mantissa, angle, minusLog, from, to);
    radius(mantissa, minusLog, mantissa, from, to);
    rotate(angle, mantissa, z1, z2, from, to);
  }

  private static void next(
      long[] s0, long[] s1, long[] s2, long[] s3, long[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      long a = s0[i];
      long b = s1[i];
      long c = s2[i];
      long d = s3[i];
      out[i] = Long.rotateLeft(a + d, 23) + a;
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
      s0[i] = a;
      s1[i] = b;
      s2[i] = c;
      s3[i] = d;
    }
  }

  /** Takes a mantissa of 52 bits, an angle of 40 and a geometric exponent from two words. */
  private static void split(
      long[] u, long[] v, double[] mantissa, double[] angle, double[] minusLog, int from, int to) {
    double[] table = MINUS_LOG;
    for (int i = from; i < to; i++) {
      long a = u[i];
      long b = v[i];
      mantissa[i] = Double.longBitsToDouble((a >>> 12) | 0x3ff0000000000000L);
      angle[i] = Double.longBitsToDouble(((b >>> 24) << 12) | 0x3ff0000000000000L);
      minusLog[i] = table[Long.numberOfTrailingZeros((b << 12) | (a & 0xfff) | (1L << 36))];
    }
  }

  /** Computes sqrt(-2 log(uniform)); the logarithm of the mantissa by its atanh series. */
  private static void radius(double[] mantissa, double[] minusLog, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      double x = mantissa[i];
      double s = (x - SQRT2) / (x + SQRT2);
      double q = s * s;
      double p = Math.fma(2.0 / 17, q, 2.0 / 15);
      p = Math.fma(p, q, 2.0 / 13);
      p = Math.fma(p, q, 2.0 / 11);
      p = Math.fma(p, q, 2.0 / 9);
      p = Math.fma(p, q, 2.0 / 7);
      p = Math.fma(p, q, 2.0 / 5);
      p = Math.fma(p, q, 2.0 / 3);
      p = Math.fma(p, q, 2.0);
      out[i] = Math.sqrt(2 * (minusLog[i] - s * p));
    }
  }

  /** Multiplies by the sine and the cosine of a uniform angle, from their series at half of it. */
  private static void rotate(
      double[] angle, double[] radius, double[] z1, double[] z2, int from, int to) {
    for (int i = from; i < to; i++) {
      double f = (angle[i] - 1.5) * 3.141592653589793;
      double q = f * f;
      double s = Math.fma(2.8114572543455206e-15, q, -7.647163731819816e-13);
      s = Math.fma(s, q, 1.6059043836821613e-10);
      s = Math.fma(s, q, -2.505210838544172e-8);
      s = Math.fma(s, q, 2.7557319223985893e-6);
      s = Math.fma(s, q, -1.984126984126984e-4);
      s = Math.fma(s, q, 8.333333333333333e-3);
      s = Math.fma(s, q, -0.16666666666666666);
      s = Math.fma(s, q, 1.0) * f;
      double c = Math.fma(4.779477332387385e-14, q, -1.1470745597729725e-11);
      c = Math.fma(c, q, 2.08767569878681e-9);
      c = Math.fma(c, q, -2.755731922398589e-7);
      c = Math.fma(c, q, 2.48015873015873e-5);
      c = Math.fma(c, q, -1.388888888888889e-3);
      c = Math.fma(c, q, 4.1666666666666664e-2);
      c = Math.fma(c, q, -0.5);
      c = Math.fma(c, q, 1.0);
      double t = s * radius[i] * 2;
      z1[i] = t * c;
      z2[i] = Math.fma(-t, s, radius[i]);
    }
  }
}
