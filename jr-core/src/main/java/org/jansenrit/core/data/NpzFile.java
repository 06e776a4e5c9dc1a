package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file of arrays in NumPy's format, the first of which can be mapped into memory. */
final class NpzFile implements Closeable {
  private static final int LOCAL_HEADER = 30;
  private static final int LOCAL_SIGNATURE = 0x04034b50;

  private final Path file;
  private final ZipFile zip;

  private NpzFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @throws DamagedFileException if it is no zip file, or was cut
   */
  static NpzFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no such file");
    }
    try {
      return new NpzFile(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw new DamagedFileException(
          startsAsZip(file)
              ? "it is cut short: a zip file ends with a list of its entries, this one does not"
              : "it is no zip file, as NPZ files are");
    }
  }

  private static boolean startsAsZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(Integer.BYTES);
      return start.length == Integer.BYTES
          && ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == LOCAL_SIGNATURE;
    }
  }

  /** Returns the bytes of an entry. */
  byte[] read(String name) throws IOException {
    ZipEntry entry = entry(name);
    try (InputStream in = zip.getInputStream(entry)) {
      // no more than it says, since a few bytes can unpack to any number
      byte[] bytes = in.readNBytes((int) Math.min(entry.getSize(), Integer.MAX_VALUE - 8));
      if (bytes.length != entry.getSize() || in.read() >= 0) {
        throw new DamagedFileException(name + " is damaged: it is not as long as it says");
      }
      var sum = new CRC32();
      sum.update(bytes);
      if (sum.getValue() != entry.getCrc()) {
        throw new DamagedFileException(name + " is damaged: its checksum is wrong");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw damaged(name, e);
    }
  }

  /** Returns the number of bytes of an entry. */
  long size(String name) throws IOException {
    return entry(name).getSize();
  }

  private static DamagedFileException damaged(String name, IOException cause) {
    return new DamagedFileException(name + " is damaged: " + cause);
  }

  /** Returns the values of the array in an entry, which must be as {@code expected}. */
  ByteBuffer read(String name, NpyHeader expected) throws IOException {
    return new NpyArray(read(name)).values(name, expected);
  }

  /**
   * Maps the array in the first entry into memory: it is read when it is looked at, and can be
   * larger than memory.
   *
   * @param rowsPerChunk the number of rows in each stretch but the last
   */
  List<FloatBuffer> map(String name, NpyHeader expected, int rowsPerChunk) throws IOException {
    ZipEntry entry = entry(name);
    long start = requireFirst(entry);
    try (InputStream in = zip.getInputStream(entry)) {
      int head = expected.requireStart(name, in);
      expected.requireSize(name, head, entry.getSize());
      return map(start + head, expected, rowsPerChunk);
    }
  }

  // an open channel would have to be closed by someone; a mapping lives as long as its buffer
  private List<FloatBuffer> map(long start, NpyHeader array, int rowsPerChunk) throws IOException {
    List<FloatBuffer> chunks = new ArrayList<>();
    long rows = array.shape().get(0);
    long rowBytes = rows == 0 ? 0 : array.bytes() / rows;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (long row = 0; row < rows; row += rowsPerChunk) {
        long bytes = Math.min(rowsPerChunk, rows - row) * rowBytes;
        ByteBuffer mapped =
            channel.map(FileChannel.MapMode.READ_ONLY, start + row * rowBytes, bytes);
        chunks.add(mapped.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
      }
    }
    return chunks;
  }

  /** Returns where the bytes of {@code entry} start in the file. */
  private long requireFirst(ZipEntry entry) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(LOCAL_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      int nameLength = Short.toUnsignedInt(head.getShort(26));
      int extraLength = Short.toUnsignedInt(head.getShort(28));
      String first = new String(in.readNBytes(nameLength), UTF_8);
      if (!first.equals(entry.getName()) || entry.getMethod() != ZipEntry.STORED) {
        throw new IOException(
            entry.getName()
                + " must be the first entry and not compressed, but "
                + first
                + " is first");
      }
      return (long) LOCAL_HEADER + nameLength + extraLength;
    }
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("expected an entry " + name + ", but found only " + names());
    }
    return entry;
  }

  /** Returns the names of all entries. */
  List<String> names() throws IOException {
    try {
      return zip.stream().map(ZipEntry::getName).toList();
    } catch (IllegalArgumentException e) { // a name whose bytes are no text
      throw new DamagedFileException("the names of its entries are damaged");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
