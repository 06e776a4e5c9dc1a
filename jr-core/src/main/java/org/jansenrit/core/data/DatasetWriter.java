package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes a data set as an NPZ file. The values of x come first and are not compressed, so that they
 * can be mapped into memory; the same data give the same bytes.
 */
final class DatasetWriter {
  private static final int BUFFER = 1 << 16;

  private final Dataset<?> data;
  private final DatasetHeader header;
  private final byte[] finite;

  private DatasetWriter(Dataset<?> data, DatasetHeader header) {
    this.data = data;
    this.header = header;
    this.finite = new byte[data.size()];
    for (int i = 0; i < finite.length; i++) {
      finite[i] = (byte) (data.x().isFinite(i) ? 1 : 0);
    }
  }

  static void write(Dataset<?> data, RowRange rows, OutputStream out) throws IOException {
    var writer = new DatasetWriter(data, DatasetHeader.of(data, rows));
    var npz = new NpzWriter(out);
    npz.store(DatasetReader.X, writer::x);
    npz.store(DatasetReader.THETA, writer::theta);
    npz.store(DatasetReader.FINITE, writer::finite);
    npz.store(DatasetReader.META, to -> to.write(writer.header.toJson().getBytes(UTF_8)));
    npz.finish();
  }

  private void x(OutputStream out) throws IOException {
    out.write(header.x().encode());
    int width = data.x().width();
    int batch = Math.max(1, BUFFER / Float.BYTES / Math.max(1, width));
    float[] values = new float[batch * width];
    byte[] bytes = new byte[values.length * Float.BYTES];
    for (int i = 0; i < data.size(); i += batch) {
      int count = Math.min(batch, data.size() - i);
      for (int k = 0; k < count; k++) {
        data.x().copyTo(i + k, values, k * width);
      }
      littleEndian(bytes).asFloatBuffer().put(values, 0, count * width);
      out.write(bytes, 0, count * width * Float.BYTES);
    }
  }

  private void theta(OutputStream out) throws IOException {
    out.write(header.theta().encode());
    byte[] bytes = new byte[header.parameters().size() * Double.BYTES];
    for (int i = 0; i < data.size(); i++) {
      littleEndian(bytes).asDoubleBuffer().put(data.theta().row(i));
      out.write(bytes);
    }
  }

  private void finite(OutputStream out) throws IOException {
    out.write(header.finite().encode());
    out.write(finite);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
