package org.jansenrit.core.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows of equal width in chunks of whole rows, since neither an array nor a mapped stretch of a
 * file holds more than 2^31 values. A chunk is in memory or mapped. Read only, by any thread.
 */
final class RowChunks implements RowSource {
  private final int width;
  private final FloatBuffer[] chunks;

  /** The row that each chunk starts with, and after them the number of rows. */
  private final int[] starts;

  /** The rows all of whose values are finite, or null if nobody has looked. */
  private final BitSet finite;

  private RowChunks(int width, FloatBuffer[] chunks, int[] starts, BitSet finite) {
    this.width = width;
    this.chunks = chunks;
    this.starts = starts;
    this.finite = finite;
  }

  /**
   * Keeps {@code chunks}, which must not be written to from now on.
   *
   * @param counts the number of rows in each
   * @param finite the rows all of whose values are finite, or null if that is not known
   */
  static RowChunks of(int width, List<FloatBuffer> chunks, List<Integer> counts, BitSet finite) {
    int[] starts = new int[chunks.size() + 1];
    for (int c = 0; c < chunks.size(); c++) {
      starts[c + 1] = Math.addExact(starts[c], counts.get(c));
    }
    return new RowChunks(width, chunks.toArray(FloatBuffer[]::new), starts, finite);
  }

  @Override
  public int size() {
    return starts[chunks.length];
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void copyTo(int row, int from, int count, float[] target, int offset) {
    int found = Arrays.binarySearch(starts, row);
    int chunk = found >= 0 ? found : -found - 2;
    chunks[chunk].get((row - starts[chunk]) * width + from, target, offset, count);
  }

  @Override
  public boolean isFinite(int row) {
    return finite == null ? RowSource.scan(this, row) : finite.get(row);
  }
}
