package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A tag of a FIF file: one piece of data, big-endian.
 *
 * @param file where it stands
 * @param offset of its head in the file, once unpacked
 * @param kind what the data mean
 * @param type how they are stored
 * @param data the bytes, shared and not to be written to
 */
record FifTag(Path file, long offset, int kind, int type, ByteBuffer data) {
  private static final int DENSE = 0x40000000;
  private static final int SHORT = 2;
  private static final int INT = 3;
  private static final int FLOAT = 4;
  private static final int DOUBLE = 5;
  private static final int STRING = 10;
  private static final int PACKED_16 = 16;

  /** Returns the failure of this tag: file, offset, kind, and the rule. */
  IOException wrong(String rule) {
    return new IOException(file + ", offset " + offset + ": FIF tag " + kind + " " + rule);
  }

  /** Returns a single whole number. */
  int whole() throws IOException {
    if (type != INT || data.remaining() != Integer.BYTES) {
      throw wrong("must be one 32-bit integer, but has type " + type + ", " + data.remaining());
    }
    return data.getInt(data.position());
  }

  /** Returns a single whole number between {@code low} and {@code high}. */
  int whole(String what, int low, int high) throws IOException {
    int value = whole();
    if (value < low || value > high) {
      throw wrong("(" + what + ") = " + value + ", but must be from " + low + " to " + high);
    }
    return value;
  }

  /** Returns a single number. */
  double number() throws IOException {
    double[] values = numbers();
    if (values.length != 1 || !Double.isFinite(values[0])) {
      throw wrong("must be one finite number");
    }
    return values[0];
  }

  /** Returns a text. */
  String text() throws IOException {
    if (type != STRING) {
      throw wrong("must be a text (10), but has type " + type);
    }
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    return IniText.utf8OrAnsi(bytes);
  }

  /** Returns all numbers, those of a matrix row after row. */
  double[] numbers() throws IOException {
    int bytes = bytesPerNumber();
    int length = data.remaining() - (isMatrix() ? 3 * Integer.BYTES : 0);
    if (length < 0 || length % bytes != 0) {
      throw wrong("has " + length + " bytes, which are no numbers of " + bytes + " bytes");
    }
    double[] values = new double[length / bytes];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(data.position() + i * bytes);
    }
    return values;
  }

  /** Returns whether this is a matrix; its lengths then follow its values. */
  boolean isMatrix() {
    return (type & DENSE) != 0;
  }

  /** Refuses what is no matrix of {@code rows} x {@code columns}. */
  void requireMatrix(int rows, int columns) throws IOException {
    int end = data.limit();
    boolean isSo =
        isMatrix()
            && data.remaining() == (long) rows * columns * bytesPerNumber() + 3 * Integer.BYTES
            && data.getInt(end - 4) == 2
            && data.getInt(end - 8) == rows
            && data.getInt(end - 12) == columns;
    if (!isSo) {
      throw wrong(
          "must be a matrix of "
              + rows
              + " channels x "
              + columns
              + " samples, but has "
              + data.remaining()
              + " bytes of another shape");
    }
  }

  private int bytesPerNumber() throws IOException {
    return switch (type & ~DENSE) {
      case SHORT, PACKED_16 -> 2;
      case INT, FLOAT -> 4;
      case DOUBLE -> 8;
      default -> throw wrong("has type " + type + ", which are no real numbers");
    };
  }

  private double number(int at) {
    return switch (type & ~DENSE) {
      case SHORT, PACKED_16 -> data.getShort(at);
      case INT -> data.getInt(at);
      case FLOAT -> data.getFloat(at);
      default -> data.getDouble(at);
    };
  }
}
