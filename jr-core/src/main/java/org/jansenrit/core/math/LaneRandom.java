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
  private static final double QUARTER = Math.PI / 2;

  private static final double[] MINUS_TWO_LOG = new double[Long.SIZE + 1];

  static {
    // uniform = mantissa / sqrt(2) * sqrt(2) * 2^-(k+1), with the mantissa in [1, 2)
    for (int k = 0; k < MINUS_TWO_LOG.length; k++) {
      MINUS_TWO_LOG[k] = (2 * k + 1) * StrictMath.log(2);
    }
  }

  private final int lanes;
  private final long[] s0;
  private final long[] s1;
  private final long[] s2;
  private final long[] s3;
  private final long[] u;
  private final long[] v;
  private final double[] minusTwoLog;
  private final double[] first;
  private final double[] second;
  private final double[] mixed;
  private LaneRandom single;

  /**
   * Creates a generator whose lanes have yet to be {@linkplain #seed seeded}.
   *
   * @param lanes how many; at least 1
   */
  public LaneRandom(int lanes) {
    this.lanes = lanes;
    int length = Lanes.array(lanes).length;
    s0 = new long[length];
    s1 = new long[length];
    s2 = new long[length];
    s3 = new long[length];
    u = new long[length];
    v = new long[length];
    minusTwoLog = Lanes.array(lanes);
    first = Lanes.array(lanes);
    second = Lanes.array(lanes);
    mixed = Lanes.array(lanes);
  }

  /**
   * Starts the stream of {@code lane} at {@code key}; see {@link Streams#key}.
   *
   * @param lane from 0 on
   * @param key any number; the same key gives the same normals
   */
  public void seed(int lane, long key) {
    long[] state = Streams.state(key);
    s0[lane] = state[0];
    s1[lane] = state[1];
    s2[lane] = state[2];
    s3[lane] = state[3];
  }

  /**
   * Writes two independent standard normals per lane.
   *
   * @param z1 receives the first of each pair, one per lane; as long as {@link Lanes#array} makes
   *     it
   * @param z2 receives the second of each pair, one per lane; another array of that length
   */
  public void pair(double[] z1, double[] z2) {
    draw(z1, z2);
  }

  /**
   * Writes one standard normal per lane: a new pair in even intervals of the lane's clock, the
   * second half of it in odd ones.
   *
   * @param clock of the lanes that were seeded
   * @param out receives one normal per lane; may be longer than the number of lanes
   */
  public void normals(LaneClock clock, double[] out) {
    System.arraycopy(normals(clock), 0, out, 0, lanes);
  }

  /**
   * {@return what {@link #normals(LaneClock, double[])} writes; valid until the next call}
   *
   * @param clock of the lanes that were seeded
   */
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
    split(u, v, z1, z2, minusTwoLog, lanes);
    transform(z1, z2, minusTwoLog, lanes);
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

  /**
   * Takes an angle and a mantissa of 52 bits, both in [1, 2), and a geometric exponent from two
   * words. Exponents above 23, one in 16 million, share bits with the last of the angle, which is
   * counted from -pi.
   */
  private static void split(
      long[] u, long[] v, double[] angle, double[] mantissa, double[] minusTwoLog, int n) {
    double[] table = MINUS_TWO_LOG;
    for (int i = 0; i < n; i++) {
      long a = u[i];
      long b = v[i];
      mantissa[i] = Double.longBitsToDouble((a >>> 12) | 0x3ff0000000000000L);
      angle[i] = Double.longBitsToDouble((b >>> 12) ^ 0x3ff8000000000000L);
      minusTwoLog[i] = table[Long.numberOfTrailingZeros((b << 12) | (a & 0xfff))];
    }
  }

  /**
   * Replaces an angle and a mantissa by the two normals of Box and Muller. The squared radius, -2
   * log(uniform), is right to 2e-14: the logarithm of the mantissa is a minimax polynomial in (x -
   * sqrt(2)) / (x + sqrt(2)). Sine and cosine are minimax polynomials at a quarter of the angle,
   * scaled so that doubling it twice takes the fewest operations, and right to 2e-14.
   *
   * <p>One loop, so that division and root overlap with the polynomials. It is as large as one that
   * the compiler of JDK 17 vectorises may be: a body of 59 nodes of at most 60.
   */
  static void transform(double[] z1, double[] z2, double[] minusTwoLog, int n) {
    for (int i = 0; i < n; i++) {
      double x = 2 * SQRT2 / (z2[i] + SQRT2) - 1;
      double q = x * x;
      double p = Math.fma(0.3946351366478948, q, 0.4432850906819478);
      p = Math.fma(p, q, 0.5714491954310835);
      p = Math.fma(p, q, 0.7999998224337636);
      p = Math.fma(p, q, 1.3333333339860118);
      p = Math.fma(p, q, 3.9999999999993197);
      double radius = Math.sqrt(Math.fma(x, p, minusTwoLog[i]));
      double f = Math.fma(z1[i], QUARTER, -1.5 * QUARTER);
      q = f * f;
      double s = Math.fma(-4.163330325743344e-8, q, 4.634222626778998e-6);
      s = Math.fma(s, q, -3.336889418787135e-4);
      s = Math.fma(s, q, 0.014014940237938768);
      s = Math.fma(s, q, -0.28029880508370086);
      s = Math.fma(s, q, 1.6817928305074215) * f;
      double c = Math.fma(3.46910961613122e-9, q, -4.6342100830174835e-7);
      c = Math.fma(c, q, 4.1711116315706315e-5);
      c = Math.fma(c, q, -2.335823372313251e-3);
      c = Math.fma(c, q, 0.07007470127078519);
      c = Math.fma(c, q, -0.8408964152537003);
      c = Math.fma(c, q, 1.681792830507429);
      // sqrt(2) sin(2 f) and -sqrt(2) cos(2 f), since the scale of both series is 8^(1/4)
      c = s * c;
      s = Math.fma(s, s, -SQRT2);
      z1[i] = c * s * radius;
      z2[i] = Math.fma(c, c, -1) * radius;
    }
  }

  @Override
  public String toString() {
    return "LaneRandom[" + lanes + " lanes]";
  }
}
