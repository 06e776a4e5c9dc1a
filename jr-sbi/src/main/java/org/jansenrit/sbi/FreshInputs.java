package org.jansenrit.sbi;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jansenrit.inference.training.Inputs;

/** Rows that each epoch sees anew, but for those that decide when to stop. */
final class FreshInputs implements Inputs {
  private final Inputs first;
  private final Inputs now;
  private final BitSet held;
  private final IntFunction<Inputs> later;

  private FreshInputs(Inputs first, Inputs now, BitSet held, IntFunction<Inputs> later) {
    this.first = first;
    this.now = now;
    this.held = held;
    this.later = later;
  }

  /**
   * Returns the rows before the first epoch.
   *
   * @param held the rows that stay as they are in {@code first}
   * @param later all rows of an epoch
   */
  static FreshInputs of(Inputs first, int[] held, IntFunction<Inputs> later) {
    BitSet same = new BitSet(first.size());
    IntStream.of(held).forEach(same::set);
    return new FreshInputs(first, first, same, later);
  }

  @Override
  public int size() {
    return first.size();
  }

  @Override
  public int[] shape() {
    return first.shape();
  }

  @Override
  public void copyTo(int row, float[] target, int offset) {
    (held.get(row) ? first : now).copyTo(row, target, offset);
  }

  @Override
  public Inputs epoch(int number) {
    return new FreshInputs(first, later.apply(number), held, later);
  }
}
