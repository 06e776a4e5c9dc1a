package org.jansenrit.core.data;

/**
 * What is seen of n simulations or recordings, each of the same shape. Immutable; values are kept
 * as 32-bit floats.
 */
public sealed interface Observations permits TimeSeries, Features {

  /** Returns the number of observations, n. */
  int size();

  /** Returns the number of values of one observation. */
  int width();

  /** Returns the shape of one observation in words: {@code "64 channels x 250 samples at 1 Hz"}. */
  String shape();

  /**
   * Writes the values of observation {@code i}, {@code width()} of them, to {@code target} from
   * {@code offset} on.
   */
  void copyTo(int i, float[] target, int offset);

  /** Returns the observations at {@code rows}, in that order. Values are shared, not copied. */
  Observations select(int... rows);

  /** Returns the values of observation {@code i}, flattened, as a fresh array. */
  default double[] row(int i) {
    float[] values = new float[width()];
    copyTo(i, values, 0);
    return RowStore.toDouble(values);
  }

  /** Returns whether every value of observation {@code i} is finite. */
  default boolean isFinite(int i) {
    float[] values = new float[width()];
    copyTo(i, values, 0);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns these observations if they have the shape of {@code expected}.
   *
   * @param what what these are, for the message: {@code "observation"}
   * @param where what {@code expected} is: {@code "the training set"}
   * @throws ShapeException if channels, samples, rate, unit or names differ
   */
  default void requireShapeOf(Observations expected, String what, String where) {
    if (!shape().equals(expected.shape())) {
      throw new ShapeException(what, expected.shape() + ", as in " + where, shape());
    }
  }
}
