package org.jansenrit.core.data;

import java.util.Objects;

/** n rows of equal width in one array of floats, seen through a list of row numbers. */
final class RowStore {
  private final float[] values;
  private final int width;
  private final int[] rows;

  private RowStore(float[] values, int width, int[] rows) {
    this.values = values;
    this.width = width;
    this.rows = rows;
  }

  /** Wraps {@code values}, which must not be written to from now on. */
  static RowStore of(float[] values, int width) {
    int[] all = new int[width == 0 ? 0 : values.length / width];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return new RowStore(values, width, all);
  }

  static RowStore of(double[][] rows, int width, String what) {
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new ShapeException(
            "row " + i + " of " + what, width + " values", rows[i].length + "");
      }
      for (int j = 0; j < width; j++) {
        values[i * width + j] = (float) rows[i][j];
      }
    }
    return of(values, width);
  }

  int size() {
    return rows.length;
  }

  int width() {
    return width;
  }

  void copyTo(int row, int from, int count, float[] target, int offset) {
    int start = rows[Objects.checkIndex(row, rows.length)] * width + from;
    System.arraycopy(values, start, target, offset, count);
  }

  RowStore empty() {
    return new RowStore(new float[0], width, new int[0]);
  }

  RowStore select(int... chosen) {
    int[] absolute = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      absolute[i] = rows[Objects.checkIndex(chosen[i], rows.length)];
    }
    return new RowStore(values, width, absolute);
  }

  static double[] toDouble(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
