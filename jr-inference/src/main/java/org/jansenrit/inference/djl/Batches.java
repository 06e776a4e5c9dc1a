package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jansenrit.inference.training.Inputs;

/**
 * Brings rows to the engine, batch after batch, through one buffer.
 *
 * <p>An array that {@link #next} returns reads the buffer itself: it is valid until the next call.
 */
final class Batches {
  private Inputs inputs;
  private final int width;
  private final float[] values;
  private final ByteBuffer buffer;

  Batches(Inputs inputs, int largest) {
    this.inputs = inputs;
    this.width = inputs.width();
    this.values = new float[Math.multiplyExact(width, largest)];
    this.buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.nativeOrder());
  }

  /** Reads {@code others} from now on, rows of the same shape. */
  void read(Inputs others) {
    inputs = others;
  }

  /** Returns the given rows as an array of (rows.length, shape...), owned by {@code manager}. */
  NDArray next(NDManager manager, int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      inputs.copyTo(rows[i], values, i * width);
    }
    int count = rows.length * width;
    buffer.asFloatBuffer().put(values, 0, count);
    ByteBuffer used = buffer.duplicate().order(ByteOrder.nativeOrder());
    return manager.create(
        used.limit(count * Float.BYTES), shape(rows.length, inputs.shape()), DataType.FLOAT32);
  }

  /** Returns the shape of a batch of {@code rows} rows of shape {@code row}. */
  static Shape shape(int rows, int[] row) {
    long[] all = new long[row.length + 1];
    all[0] = rows;
    for (int i = 0; i < row.length; i++) {
      all[i + 1] = row[i];
    }
    return new Shape(all);
  }
}
