package org.jansenrit.core.data;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** n rows of equal width, seen through a list of row numbers: selections share their values. */
final class RowStore {
  private final RowSource source;
  private final int[] rows;
  private final int parts;

  private RowStore(RowSource source, int[] rows, int parts) {
    this.source = source;
    this.rows = rows;
    this.parts = parts;
  }

  /** Returns all rows of {@code source}, in order. */
  static RowStore all(RowSource source) {
    return all(source, 1);
  }

  /** Returns all rows of {@code source}, in order, each cut into {@code parts} rows. */
  static RowStore all(RowSource source, int parts) {
    int size = Math.multiplyExact(source.size(), parts);
    return new RowStore(source, IntStream.range(0, size).toArray(), parts);
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
    return source.width() / parts;
  }

  void copyTo(int row, int from, int count, float[] target, int offset) {
    int part = absolute(row);
    source.copyTo(part / parts, part % parts * width() + from, count, target, offset);
  }

  /** Returns whether all values are finite of the whole row that {@code row} was cut from. */
  boolean isFinite(int row) {
    return source.isFinite(absolute(row) / parts);
  }

  private int absolute(int row) {
    return rows[Objects.checkIndex(row, rows.length)];
  }

  RowStore empty() {
    return of(new float[0], width());
  }

  RowStore select(int... chosen) {
    return new RowStore(source, IntStream.of(chosen).map(this::absolute).toArray(), parts);
  }

  /** Returns a copy of these rows, followed by a copy of others. */
  RowStore append(RowStore other) {
    var builder = new RowBuilder(size() + other.size(), width());
    copyAll(builder, 0);
    other.copyAll(builder, size());
    return builder.build();
  }

  private void copyAll(RowBuilder target, int first) {
    float[] values = new float[width()];
    for (int i = 0; i < size(); i++) {
      copyTo(i, 0, values.length, values, 0);
      target.put(first + i, 0, values, 0, values.length);
    }
  }

  static double[] toDouble(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
