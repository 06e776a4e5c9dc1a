package org.jansenrit.core.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the values of rows in any order; different rows from different threads. */
final class RowBuilder {
  /** 64 MiB: few enough for a small heap to find room for, large enough not to be noticed. */
  private static final int VALUES_PER_CHUNK = 1 << 24;

  private final int rows;
  private final int width;
  private final int rowsPerChunk;
  private List<float[]> chunks;

  RowBuilder(int rows, int width) {
    this(rows, width, VALUES_PER_CHUNK);
  }

  RowBuilder(int rows, int width, int valuesPerChunk) {
    this.rows = rows;
    this.width = width;
    this.rowsPerChunk = Math.max(1, valuesPerChunk / Math.max(1, width));
    this.chunks = new ArrayList<>();
    for (int count : counts()) {
      chunks.add(new float[count * width]);
    }
  }

  private List<Integer> counts() {
    int whole = rows / rowsPerChunk;
    List<Integer> counts = new ArrayList<>(Collections.nCopies(whole, rowsPerChunk));
    if (rows % rowsPerChunk > 0) {
      counts.add(rows % rowsPerChunk);
    }
    return counts;
  }

  /** Puts {@code count} values of {@code values}, from {@code offset} on, into a row. */
  void put(int row, int from, float[] values, int offset, int count) {
    int at = row % rowsPerChunk * width + from;
    System.arraycopy(values, offset, chunks.get(row / rowsPerChunk), at, count);
  }

  /** Returns the rows, after which nothing can be put any more. */
  RowStore build() {
    List<FloatBuffer> buffers = chunks.stream().map(FloatBuffer::wrap).toList();
    chunks = List.of();
    return RowStore.all(RowChunks.of(width, buffers, counts(), null));
  }
}
