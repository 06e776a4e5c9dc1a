package org.jansenrit.core.data;

/** Rows of equal width, kept or computed. Read only, by any thread. */
interface RowSource {
  int size();

  int width();

  /** Writes {@code count} values of a row, from {@code from} on, to {@code target}. */
  void copyTo(int row, int from, int count, float[] target, int offset);

  /** Returns whether every value of a row is finite. */
  boolean isFinite(int row);

  /** Looks at all values of a row. */
  static boolean scan(RowSource rows, int row) {
    float[] values = new float[rows.width()];
    rows.copyTo(row, 0, values.length, values, 0);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
