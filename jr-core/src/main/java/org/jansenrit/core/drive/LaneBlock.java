package org.jansenrit.core.drive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.math.LaneClock;
import org.jansenrit.core.math.LaneRandom;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/**
 * Some simulations that run side by side: their clocks, their parameters and their random streams.
 * Used by one thread.
 *
 * <p>Drives and monitors each see the block in a {@linkplain #part role} of their own, so that
 * their random numbers are independent.
 */
public final class LaneBlock {
  private final Shared shared;
  private final long role;
  private LaneRandom random;

  private LaneBlock(Shared shared, long role) {
    this.shared = shared;
    this.role = role;
  }

  /**
   * Creates a block at interval zero.
   *
   * @param firstRow the row of the first lane, from 0 on; the others follow
   * @param lanes the number of lanes; at least 1
   * @param start the time at which interval zero starts, in s; negative if there is a burn-in
   * @param interval the length of an interval, in s; positive
   * @param values where parameters are looked up
   * @param streams the random streams of the rows
   * @param role the role of the first user of this block
   * @return the block, in which each lane has a clock of its own
   */
  public static LaneBlock of(
      long firstRow,
      int lanes,
      double start,
      double interval,
      Values values,
      Streams streams,
      long role) {
    long[] rows = LongStream.range(firstRow, firstRow + lanes).toArray();
    return of(rows, start, interval, values, streams, role);
  }

  /**
   * Creates a block at interval zero whose lanes simulate {@code rows}; a row may appear twice, and
   * is then simulated twice with the same result.
   *
   * @param rows the row of every lane, from 0 on; copied
   * @param start the time at which interval zero starts, in s; negative if there is a burn-in
   * @param interval the length of an interval, in s; positive
   * @param values where parameters are looked up
   * @param streams the random streams of the rows
   * @param role the role of the first user of this block
   * @return the block, in which each lane has a clock of its own
   */
  public static LaneBlock of(
      long[] rows, double start, double interval, Values values, Streams streams, long role) {
    return new LaneBlock(new Shared(rows.clone(), start, interval, values, streams), role);
  }

  /**
   * {@return the same simulations in another role: part {@code index} of this one}
   *
   * @param index which part, from 0 on; a part has the same streams each time it is asked for
   */
  public LaneBlock part(long index) {
    return new LaneBlock(shared, Streams.part(role, index));
  }

  /**
   * {@return the same simulations in {@code newRole}}
   *
   * @param newRole a role of {@link Streams}, or one derived by {@link Streams#part}
   */
  public LaneBlock in(long newRole) {
    return new LaneBlock(shared, newRole);
  }

  /**
   * {@return the same simulations in the same role as a block of their own, with a clock that
   * stands still: its rows count from the lowest of these, which becomes 0}
   */
  public LaneBlock alone() {
    long first = LongStream.of(shared.rows).min().orElse(0);
    long[] rows = LongStream.of(shared.rows).map(row -> row - first).toArray();
    Values moved = (parameter, row) -> shared.values.get(parameter, row + first);
    return of(rows, shared.start, shared.interval, moved, shared.streams.from(first), role);
  }

  /** {@return the number of lanes} */
  public int lanes() {
    return shared.rows.length;
  }

  /**
   * {@return the row of the parameter table that {@code lane} simulates}
   *
   * @param lane from 0 on
   */
  public long row(int lane) {
    return shared.rows[lane];
  }

  /** {@return the clocks of the lanes} */
  public LaneClock clock() {
    return shared.clock;
  }

  /** {@return the length of an interval, in s} */
  public double interval() {
    return shared.interval;
  }

  /**
   * {@return the time at which interval {@code index} starts, in s}
   *
   * @param index the number of an interval, from 0 on
   */
  public double time(int index) {
    return shared.start + index * shared.interval;
  }

  /**
   * {@return the value of {@code parameter} in each lane, in its unit; live and read-only}
   *
   * @param parameter a parameter of the table, the model or a drive
   */
  public double[] values(Parameter parameter) {
    return shared.cache.computeIfAbsent(parameter, shared::read);
  }

  /** {@return the random streams of the lanes in this role} */
  public LaneRandom random() {
    if (random == null) {
      random = new LaneRandom(lanes());
      shared.users.add(this);
      for (int lane = 0; lane < lanes(); lane++) {
        seed(lane);
      }
    }
    return random;
  }

  /**
   * {@return a generator for what is drawn once per simulation, at the start of its stream}
   *
   * @param lane from 0 on
   */
  public UniformRandomProvider generator(int lane) {
    return shared.streams.random(row(lane), role);
  }

  /**
   * Refills {@code lane} with the simulation of {@code row}, which starts at interval zero.
   *
   * @param lane from 0 on
   * @param row the row of the parameter table that the lane goes on with
   */
  public void restart(int lane, long row) {
    shared.rows[lane] = row;
    shared.clock.restart(lane);
    shared.cache.forEach((p, values) -> values[lane] = shared.values.get(p, row));
    shared.users.forEach(user -> user.seed(lane));
  }

  private void seed(int lane) {
    random.seed(lane, shared.streams.key(row(lane), role));
  }

  @Override
  public String toString() {
    return "LaneBlock[" + lanes() + " lanes, steps of " + interval() + " s]";
  }

  /** Where a block finds the values of parameters. */
  @FunctionalInterface
  public interface Values {
    /**
     * {@return the value of {@code parameter} in {@code row}, in its unit}
     *
     * @param parameter a parameter of the table, the model or a drive
     * @param row from 0 on
     */
    double get(Parameter parameter, long row);
  }

  /** What all roles of a block have in common. */
  private static final class Shared {
    private final long[] rows;
    private final LaneClock clock;
    private final double start;
    private final double interval;
    private final Values values;
    private final Streams streams;
    private final Map<Parameter, double[]> cache = new HashMap<>();
    private final List<LaneBlock> users = new ArrayList<>();

    Shared(long[] rows, double start, double interval, Values values, Streams streams) {
      this.rows = rows;
      this.clock = new LaneClock(rows.length);
      this.start = start;
      this.interval = interval;
      this.values = values;
      this.streams = streams;
    }

    double[] read(Parameter parameter) {
      double[] all = new double[rows.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = values.get(parameter, rows[i]);
      }
      return all;
    }
  }
}
