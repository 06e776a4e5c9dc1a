package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jansenrit.core.file.WholeFile;

/**
 * Writes a data set as an NPZ file. The values of x come first and are not compressed, so that they
 * can be mapped into memory; the same data give the same bytes.
 */
final class DatasetWriter {
  /** Before it, zip files have no dates. */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

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
    var zip = new ZipOutputStream(out, UTF_8);
    store(zip, DatasetReader.X, writer::x);
    store(zip, DatasetReader.THETA, writer::theta);
    store(zip, DatasetReader.FINITE, writer::finite);
    store(zip, DatasetReader.META, to -> to.write(writer.header.toJson().getBytes(UTF_8)));
    zip.finish();
  }

  /** Writes the content twice: what is stored uncompressed must say its size and sum first. */
  private static void store(ZipOutputStream zip, String name, WholeFile.Content content)
      throws IOException {
    var measure = new Measure();
    content.writeTo(measure);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_DATE);
    entry.setSize(measure.size);
    entry.setCrc(measure.sum.getValue());
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
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

  /** Counts and sums bytes. */
  private static final class Measure extends OutputStream {
    private final CRC32 sum = new CRC32();
    private long size;

    @Override
    public void write(int b) {
      sum.update(b);
      size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      sum.update(bytes, offset, count);
      size += count;
    }
  }
}
