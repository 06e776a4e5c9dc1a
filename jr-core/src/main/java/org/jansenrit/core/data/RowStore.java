package org.jansenrit.core.data;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** n rows of equal width, seen through a list of row numbers: selections share their values. */
final class RowStore {
  private final RowSource source;
  private final int[] rows;

  private RowStore(RowSource source, int[] rows) {
    this.source = source;
    this.rows = rows;
  }

  /** Returns all rows of {@code source}, in order. */
  static RowStore all(RowSource source) {
    return new RowStore(source, IntStream.range(0, source.size()).toArray());
  }

  /** Wraps {@code values}, which must not be written to from now on. */
  static RowStore of(float[] values, int width) {
    int size = width == 0 ? 0 : values.length / width;
    return all(RowChunks.of(width, List.of(FloatBuffer.wrap(values)), List.of(size), null));
  }

  static RowStore of(double[][] rows, int width, String what) {
    var builder = new RowBuilder(rows.length, width);
    float[] narrow = new float[width];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new ShapeException(
            "row " + i + " of " + what, width + " values", rows[i].length + "");
      }
      for (int j = 0; j < width; j++) {
        narrow[j] = (float) rows[i][j];
      }
      builder.put(i, 0, narrow, 0, width);
    }
    return builder.build();
  }

  int size() {
    return rows.length;
  }

  int width() {
    return source.width();
  }

  void copyTo(int row, int from, int count, float[] target, int offset) {
    source.copyTo(absolute(row), from, count, target, offset);
  }

  boolean isFinite(int row) {
    return source.isFinite(absolute(row));
  }

  private int absolute(int row) {
    return rows[Objects.checkIndex(row, rows.length)];
  }

  RowStore empty() {
    return of(new float[0], width());
  }

  RowStore select(int... chosen) {
    return new RowStore(source, IntStream.of(chosen).map(this::absolute).toArray());
  }

  static double[] toDouble(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
