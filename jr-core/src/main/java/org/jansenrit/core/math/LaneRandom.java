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
  private final double[] mixed;
  private LaneRandom single;

  /** Creates a generator whose lanes have yet to be {@linkplain #seed seeded}. */
  public LaneRandom(int lanes) {
    this.lanes = lanes;
    int length = Lanes.array(lanes).length;
    s0 = new long[length];
    s1 = new long[length];
    s2 = new long[length];
    s3 = new long[length];
    u = new long[length];
    v = new long[length];
    mantissa = Lanes.array(lanes);
    angle = Lanes.array(lanes);
    minusLog = Lanes.array(lanes);
    first = Lanes.array(lanes);
    second = Lanes.array(lanes);
    mixed = Lanes.array(lanes);
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
    draw(z1, z2);
  }

  /**
   * Writes one standard normal per lane: a new pair in even intervals of the lane's clock, the
   * second half of it in odd ones.
   */
  public void normals(LaneClock clock, double[] out) {
    System.arraycopy(normals(clock), 0, out, 0, lanes);
  }

  /** Returns what {@link #normals(LaneClock, double[])} writes; valid until the next call. */
  public double[] normals(LaneClock clock) {
    if (clock.isCommon()) {
      boolean even = (clock.index(0) & 1) == 0;
      if (even) {
        draw(first, second);
      }
      return even ? first : second;
    } else {
      for (int i = 0; i < lanes; i++) {
        boolean even = (clock.index(i) & 1) == 0;
        if (even) {
          draw(i);
        }
        mixed[i] = even ? first[i] : second[i];
      }
      return mixed;
    }
  }

  private void draw(double[] z1, double[] z2) {
    next(s0, s1, s2, s3, u, lanes);
    next(s0, s1, s2, s3, v, lanes);
    split(u, v, mantissa, angle, minusLog, lanes);
    radius(mantissa, minusLog, mantissa, lanes);
    rotate(angle, mantissa, z1, z2, lanes);
  }

  /** Draws for one lane only, by a generator of one lane that borrows its stream. */
  private void draw(int lane) {
    if (single == null) {
      single = new LaneRandom(1);
    }
    move(this, lane, single, 0);
    single.draw(single.first, single.second);
    move(single, 0, this, lane);
    first[lane] = single.first[0];
    second[lane] = single.second[0];
  }

  private static void move(LaneRandom from, int source, LaneRandom to, int target) {
    to.s0[target] = from.s0[source];
    to.s1[target] = from.s1[source];
    to.s2[target] = from.s2[source];
    to.s3[target] = from.s3[source];
  }

  private static void next(long[] s0, long[] s1, long[] s2, long[] s3, long[] out, int n) {
    for (int i = 0; i < n; i++) {
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
      long[] u, long[] v, double[] mantissa, double[] angle, double[] minusLog, int n) {
    double[] table = MINUS_LOG;
    for (int i = 0; i < n; i++) {
      long a = u[i];
      long b = v[i];
      mantissa[i] = Double.longBitsToDouble((a >>> 12) | 0x3ff0000000000000L);
      angle[i] = Double.longBitsToDouble(((b >>> 24) << 12) | 0x3ff0000000000000L);
      minusLog[i] = table[Long.numberOfTrailingZeros((b << 12) | (a & 0xfff) | (1L << 36))];
    }
  }

  /** Computes sqrt(-2 log(uniform)); the logarithm of the mantissa by its atanh series. */
  private static void radius(double[] mantissa, double[] minusLog, double[] out, int n) {
    for (int i = 0; i < n; i++) {
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
  private static void rotate(double[] angle, double[] radius, double[] z1, double[] z2, int n) {
    for (int i = 0; i < n; i++) {
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
