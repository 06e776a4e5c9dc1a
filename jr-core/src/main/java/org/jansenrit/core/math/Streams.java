package org.jansenrit.core.math;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Which random stream belongs to which simulation.
 *
 * <p>A stream is a function of the seed, the index of the simulation and its role (prior, initial
 * state, sensors, each drive), and of nothing else: not of threads, blocks or chunks. So rows [i,
 * j) may be computed anywhere, by {@code streams.from(i)}, and appended. Streams are xoshiro256++,
 * seeded by SplitMix64. Immutable.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman &amp; Vigna (2021)</a>
 */
public final class Streams {
  /** The role of drawing parameters. */
  public static final long PRIOR = 0;

  /** The role of drawing initial states. */
  public static final long INITIAL = 1;

  /** The role of sensor noise. */
  public static final long SENSORS = 2;

  /** The role of everything that enters a model; each drive derives one of its own from it. */
  public static final long DRIVES = 3;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final long first;
  private final boolean common;

  private Streams(long seed, long first, boolean common) {
    this.seed = seed;
    this.first = first;
    this.common = common;
  }

  /**
   * {@return the streams of {@code seed}, the first row being simulation 0}
   *
   * @param seed any number
   */
  public static Streams of(long seed) {
    return new Streams(seed, 0, false);
  }

  /**
   * {@return these streams with the first row being simulation {@code index} of them}
   *
   * @param index from 0 on, counted from the present first row
   * @throws IllegalArgumentException if {@code index} is negative
   */
  public Streams from(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("simulation index must not be negative, was " + index);
    }
    return new Streams(seed, first + index, common);
  }

  /** {@return streams that are the same for all rows: common random numbers} */
  public Streams common() {
    return new Streams(seed, first, true);
  }

  /** {@return the seed} */
  public long seed() {
    return seed;
  }

  /**
   * {@return the key of the stream of {@code row} in {@code role}}
   *
   * @param row from 0 on, counted from the first row of these streams
   * @param role one of the constants here, or derived by {@link #part}
   */
  public long key(long row, long role) {
    long index = common ? 0 : first + row;
    return mix(seed + GOLDEN) ^ mix(index * 0xD1342543DE82EF95L + 1) ^ mix(mix(role) + GOLDEN);
  }

  /**
   * {@return a generator that draws from the stream of {@code row} in {@code role}}
   *
   * @param row from 0 on, counted from the first row of these streams
   * @param role one of the constants here, or derived by {@link #part}
   */
  public UniformRandomProvider random(long row, long role) {
    return RandomSource.XO_SHI_RO_256_PP.create(state(key(row, role)));
  }

  /**
   * {@return a role derived from {@code role}: that of its part {@code index}}
   *
   * @param role the role that is divided
   * @param index which of its parts, from 0 on
   */
  public static long part(long role, long index) {
    return mix(role * GOLDEN + index + 1);
  }

  /** Returns the four words of state that {@code key} stands for. */
  static long[] state(long key) {
    long[] state = new long[4];
    long k = key;
    for (int i = 0; i < state.length; i++) {
      k += GOLDEN;
      state[i] = mix(k);
    }
    return state;
  }

  /** The finaliser of SplitMix64: a bijection in which every output bit depends on all inputs. */
  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return "Streams[seed " + seed + ", from simulation " + first + (common ? ", common" : "") + "]";
  }
}
