package org.jansenrit.inference.training;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Rows of numbers that enter a network, all of one shape, scaled to be of order one. */
public interface Inputs {

  /** {@return the number of rows} */
  int size();

  /** {@return the shape of one row: {@code {40}}, or {@code {channels, samples}}} */
  int[] shape();

  /**
   * Writes one row, flattened in row-major order.
   *
   * @param row from 0 to {@code size() - 1}
   * @param target receives {@code width()} values
   * @param offset the place of the first of them in {@code target}
   */
  void copyTo(int row, float[] target, int offset);

  /**
   * {@return the rows as an epoch sees them: as many, of the same shape; these ones, unless each
   * epoch draws something anew}
   *
   * @param number of the epoch, from 1 on
   */
  default Inputs epoch(int number) {
    return this;
  }

  /**
   * {@return these rows, of which each epoch sees others}
   *
   * @param later gives the rows of an epoch by its number, from 1 on: as many, of the same shape
   * @param held the rows that each epoch sees as they are here, such as those that decide when to
   *     stop
   */
  default Inputs inEpochs(IntFunction<Inputs> later, int... held) {
    return EpochInputs.of(this, later, held);
  }

  /** {@return the number of values of one row, the product of {@code shape()}} */
  default int width() {
    return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
  }
}
