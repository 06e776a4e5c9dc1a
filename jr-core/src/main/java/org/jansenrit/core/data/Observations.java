package org.jansenrit.core.data;

/**
 * What is seen of n simulations or recordings, each of the same shape. Immutable; values are kept
 * as 32-bit floats.
 */
public sealed interface Observations permits TimeSeries, Features, Trials {

  /** {@return the number of observations, n} */
  int size();

  /** {@return the number of values of one observation} */
  int width();

  /**
   * {@return the shape of one observation in words: {@code "64 channels x 250 samples at 250 Hz,
   * uV"}}
   */
  String shape();

  /**
   * Writes the values of observation {@code i}, {@code width()} of them, to {@code target} from
   * {@code offset} on.
   *
   * @param i from 0 on
   * @param target receives the values
   * @param offset where in {@code target} the first goes
   */
  void copyTo(int i, float[] target, int offset);

  /**
   * {@return the observations at {@code rows}, in that order} Values are shared, not copied.
   *
   * @param rows from 0 on, in any order; one may appear twice
   */
  Observations select(int... rows);

  /**
   * {@return a copy of these observations followed by {@code others}}
   *
   * @param others of the same kind and shape
   * @throws ShapeException if those are of another kind or shape
   */
  Observations append(Observations others);

  /** {@return observations of the same shape, none of them, that keep no values alive} */
  Observations empty();

  /**
   * {@return the values of observation {@code i}, flattened, as a fresh array}
   *
   * @param i from 0 on
   */
  default double[] row(int i) {
    float[] values = new float[width()];
    copyTo(i, values, 0);
    return RowStore.toDouble(values);
  }

  /**
   * {@return whether every value of observation {@code i} is finite}
   *
   * @param i from 0 on
   */
  boolean isFinite(int i);

  /**
   * Refuses observations that do not have the shape of {@code expected}.
   *
   * @param expected observations of the shape that is needed
   * @param what what these are, for the message: {@code "observation"}
   * @param where what {@code expected} is: {@code "the training set"}
   * @throws ShapeException if channels, samples, rate, unit or names differ, or time series start
   *     more than half a sample apart
   */
  default void requireShapeOf(Observations expected, String what, String where) {
    if (!shape().equals(expected.shape())) {
      throw new ShapeException(what, expected.shape() + ", as in " + where, shape());
    }
  }

  /**
   * Refuses values that are not finite.
   *
   * @param what what these are, for the message: {@code "training set"}
   * @throws IllegalArgumentException if one is not; the message names the row, where there are
   *     several, channel and sample or feature, and the value
   */
  default void requireFinite(String what) {
    for (int i = 0; i < size(); i++) {
      if (!isFinite(i)) {
        throw new IllegalArgumentException(
            what
                + ": "
                + (size() == 1 ? "" : "row " + i + ", ")
                + Names.firstNotFinite(this, row(i))
                + ". Is it a simulation that diverged"
                + (size() == 1 ? "" : ", which Dataset.finite() leaves out")
                + ", or a recording with gaps?");
      }
    }
  }
}
