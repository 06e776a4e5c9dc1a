package org.jansenrit.inference.training;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rows that each epoch sees anew, but for those held.
 *
 * @param first the rows before the first epoch
 * @param now those of this epoch
 * @param later those of an epoch
 * @param held the rows that stay as they were first
 */
record EpochInputs(Inputs first, Inputs now, IntFunction<Inputs> later, BitSet held)
    implements Inputs {

  /** Returns rows before the first epoch. */
  static EpochInputs of(Inputs first, IntFunction<Inputs> later, int... held) {
    BitSet same = new BitSet(first.size());
    IntStream.of(held).forEach(same::set);
    return new EpochInputs(first, first, later, same);
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
    return new EpochInputs(first, later.apply(number), later, held);
  }
}
