package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * The head of an array in NumPy's format, version 1.0.
 *
 * @param type kind and size of a value: {@code "<f4"}, {@code "<f8"}, {@code "|b1"}
 * @param shape the lengths along its axes, the last varying fastest
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy</a>
 */
record NpyHeader(String type, List<Integer> shape) {
  /** Magic, version, length of the text. */
  static final int FIXED = 10;

  private static final byte[] MAGIC = "\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1);
  private static final int ALIGNMENT = 64;
  private static final Pattern TEXT =
      Pattern.compile(
          "\\{'descr': '([^']*)', 'fortran_order': False, 'shape': (\\([0-9, ]*\\)), \\}\\s*");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  static NpyHeader of(String type, int... shape) {
    return new NpyHeader(type, Arrays.stream(shape).boxed().toList());
  }

  /** Returns the number of bytes of the values. */
  long bytes() {
    return shape.stream().mapToLong(n -> n).reduce(type.charAt(2) - '0', Math::multiplyExact);
  }

  /** Returns the head, padded so that the values start at a multiple of 64. */
  byte[] encode() {
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, tuple());
    int length = FIXED + text.length() + 1;
    String padding = " ".repeat(Math.floorMod(-length, ALIGNMENT)) + "\n";
    ByteBuffer out = ByteBuffer.allocate(length + padding.length() - 1);
    out.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC);
    out.putShort((short) (out.capacity() - FIXED)).put((text + padding).getBytes(ISO_8859_1));
    return out.array();
  }

  private String tuple() {
    String comma = shape.size() == 1 ? ",)" : ")";
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", comma));
  }

  /**
   * Returns how many bytes of text follow the {@link #FIXED} ones.
   *
   * @throws IOException if {@code start} is not the start of such an array
   */
  static int textLength(byte[] start) throws IOException {
    if (start.length < FIXED || Arrays.mismatch(start, MAGIC) != MAGIC.length) {
      throw new IOException("expected an array in NumPy's format, version 1.0");
    }
    ByteBuffer rest = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    return Short.toUnsignedInt(rest.getShort(MAGIC.length));
  }

  /**
   * Reads the start of an array and refuses another one.
   *
   * @param name of the array, for messages
   * @return the number of bytes before the values
   */
  int requireStart(String name, InputStream in) throws IOException {
    try {
      int length = textLength(in.readNBytes(FIXED));
      require(in.readNBytes(length));
      return FIXED + length;
    } catch (ZipException | EOFException e) {
      throw new DamagedFileException(name + " is damaged: " + e);
    } catch (IOException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  /** Refuses an array of {@code found} bytes, {@code head} of them before the values. */
  void requireSize(String name, int head, long found) throws IOException {
    if (found != bytes() + head) {
      throw new DamagedFileException(
          name + ": expected " + (bytes() + head) + " bytes, but found " + found);
    }
  }

  /** Refuses the text of a head that does not say what this one says. */
  void require(byte[] text) throws IOException {
    Matcher matcher = TEXT.matcher(new String(text, ISO_8859_1));
    String found =
        matcher.matches()
            ? matcher.group(1) + " " + matcher.group(2)
            : "no array in C order: " + new String(text, ISO_8859_1).strip();
    if (!found.equals(toString())) {
      throw new IOException("expected " + this + ", but found " + found);
    }
  }

  @Override
  public String toString() {
    return type + " " + tuple();
  }
}
