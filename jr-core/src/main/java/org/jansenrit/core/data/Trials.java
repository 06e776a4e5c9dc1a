package org.jansenrit.core.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Several observations of each parameter set, made independently of each other: repetitions of one
 * experiment, of which the order says nothing. All sets have the same number of them. Immutable.
 *
 * @param <X> the kind of one trial
 */
public final class Trials<X extends Observations> implements Observations {
  private final X all;
  private final int count;

  private Trials(X all, int count) {
    this.all = all;
    this.count = count;
  }

  /**
   * Groups observations.
   *
   * @param <X> the kind of one trial
   * @param all the trials of the first parameter set, then those of the second, ...
   * @param count the number of trials per set; at least 1
   * @return all.size() / count sets
   * @throws IllegalArgumentException if {@code count} is below 1
   * @throws ShapeException if {@code all} is no multiple of it
   */
  public static <X extends Observations> Trials<X> of(X all, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "there must be at least 1 trial per parameter set, but got " + count);
    }
    if (all.size() % count != 0) {
      throw new ShapeException("trials", "a multiple of " + count, all.size() + "");
    }
    return new Trials<>(all, count);
  }

  /** {@return the number of trials of each parameter set} */
  public int count() {
    return count;
  }

  /** {@return the trials of all sets, those of the first set first} */
  public X each() {
    return all;
  }

  /**
   * {@return the trials of set {@code i}, counted from 0}
   *
   * @param i from 0 on
   */
  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  public X trials(int i) {
    return (X) all.select(rows(i));
  }

  private int[] rows(int... sets) {
    return Arrays.stream(sets).flatMap(i -> IntStream.range(i * count, (i + 1) * count)).toArray();
  }

  /** {@return the number of parameter sets, n} */
  @Override
  public int size() {
    return all.size() / count;
  }

  @Override
  public int width() {
    return count * all.width();
  }

  /**
   * {@return the number of trials and the shape of one: {@code "4 trials of 2 features (x, y)"}}
   */
  @Override
  public String shape() {
    return Names.count(count, "trial") + " of " + all.shape();
  }

  @Override
  public void copyTo(int i, float[] target, int offset) {
    for (int t = 0; t < count; t++) {
      all.copyTo(i * count + t, target, offset + t * all.width());
    }
  }

  @Override
  public boolean isFinite(int i) {
    return IntStream.range(i * count, (i + 1) * count).allMatch(all::isFinite);
  }

  @Override
  public void requireShapeOf(Observations expected, String what, String where) {
    if (!(expected instanceof Trials<?> other && count == other.count)) {
      throw new ShapeException(what, expected.shape() + ", as in " + where, shape());
    }
    all.requireShapeOf(other.all, what + " (one trial)", where);
  }

  @Override
  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  public Trials<X> select(int... sets) {
    return new Trials<>((X) all.select(rows(sets)), count);
  }

  @Override
  @SuppressWarnings("unchecked") // each kind of observation appends to its own kind
  public Trials<X> append(Observations others) {
    others.requireShapeOf(this, "trials to append", "the first");
    return new Trials<>((X) all.append(((Trials<?>) others).all), count);
  }

  @Override
  @SuppressWarnings("unchecked") // each kind of observation empties to its own kind
  public Trials<X> empty() {
    return new Trials<>((X) all.empty(), count);
  }

  @Override
  public String toString() {
    return "Trials " + size() + " x " + shape();
  }
}
