package org.jansenrit.inference.training;

import java.util.function.IntFunction;

/**
 * Rows that each epoch sees anew.
 *
 * @param first the rows before the first epoch
 * @param later those of an epoch
 */
record EpochInputs(Inputs first, IntFunction<Inputs> later) implements Inputs {

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
    first.copyTo(row, target, offset);
  }

  @Override
  public Inputs epoch(int number) {
    return later.apply(number);
  }
}
