package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Constants for graph code. They live in the manager of the array they are used with, until the
 * step is over; a number given to {@code mul}, {@code div} or {@code pow} does not, and the
 * gradient is wrong when the garbage collector runs first.
 */
final class Constants {
  private Constants() {}

  /** Returns {@code values} in {@code shape}, as an array to compute with {@code x}. */
  static NDArray like(NDArray x, float[] values, Shape shape) {
    return x.getManager().create(values, shape).toType(x.getDataType(), false);
  }

  /** Returns one number, as an array to compute with {@code x}. */
  static NDArray like(NDArray x, double value) {
    return like(x, new float[] {(float) value}, new Shape());
  }
}
