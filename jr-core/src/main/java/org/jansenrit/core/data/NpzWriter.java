package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jansenrit.core.file.WholeFile;

/** Writes zip files whose entries are not compressed; the same content gives the same bytes. */
final class NpzWriter {
  /** Before it, zip files have no dates. */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  NpzWriter(OutputStream out) {
    this.zip = new ZipOutputStream(out, UTF_8);
  }

  /** Writes the content twice: what is stored uncompressed must say its size and sum first. */
  void store(String name, WholeFile.Content content) throws IOException {
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

  /** Ends the file, without closing what it is written to. */
  void finish() throws IOException {
    zip.finish();
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
