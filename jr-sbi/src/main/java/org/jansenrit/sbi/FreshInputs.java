package org.jansenrit.sbi;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jansenrit.inference.training.Inputs;

/**
 * The rows of an epoch, but for those that decide when to stop: these stay as they were first.
 *
 * @param held the rows that stay
 */
record FreshInputs(Inputs first, Inputs now, BitSet held) implements Inputs {

  /**
   * Returns rows that each epoch sees anew.
   *
   * @param held the rows that stay as they are in {@code first}
   * @param later all rows of an epoch
   */
  static Inputs of(Inputs first, int[] held, IntFunction<Inputs> later) {
    BitSet same = new BitSet(first.size());
    IntStream.of(held).forEach(same::set);
    return first.inEpochs(number -> new FreshInputs(first, later.apply(number), same));
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
}
