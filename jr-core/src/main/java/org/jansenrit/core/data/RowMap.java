package org.jansenrit.core.data;

/** Changes the values of one row: the same way whenever it is asked, and from any thread. */
@FunctionalInterface
public interface RowMap {

  /**
   * Changes a row in place.
   *
   * @param row its number in the observations that are mapped
   * @param values its values, flattened; those of the original when called
   */
  void change(int row, float[] values);
}
