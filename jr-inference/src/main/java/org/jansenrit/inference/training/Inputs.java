package org.jansenrit.inference.training;

import java.util.Arrays;

/** Rows of numbers that enter a network, all of one shape, scaled to be of order one. */
public interface Inputs {

  /** Returns the number of rows. */
  int size();

  /** Returns the shape of one row: {@code {40}}, or {@code {channels, samples}}. */
  int[] shape();

  /**
   * Writes row {@code row}, flattened in row-major order, to {@code target} from {@code offset}.
   */
  void copyTo(int row, float[] target, int offset);

  /**
   * Returns the rows as epoch {@code number}, from 1 on, sees them: as many, of the same shape;
   * these ones, unless each epoch draws something anew.
   */
  default Inputs epoch(int number) {
    return this;
  }

  /** Returns the number of values of one row, the product of {@code shape()}. */
  default int width() {
    return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
  }
}
