package org.jansenrit.core.data;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of an array in NumPy's format. Immutable. */
final class NpyArray {
  private final byte[] bytes;

  /** Wraps {@code bytes}, which must not be written to from now on. */
  NpyArray(byte[] bytes) {
    this.bytes = bytes;
  }

  static NpyArray of(String name, float[] values, int... shape) {
    requireShape(name, values.length, shape);
    byte[] bytes = bytes(NpyHeader.of("<f4", shape));
    rest(bytes, values.length * Float.BYTES).asFloatBuffer().put(values);
    return new NpyArray(bytes);
  }

  static NpyArray of(String name, double[] values, int... shape) {
    requireShape(name, values.length, shape);
    byte[] bytes = bytes(NpyHeader.of("<f8", shape));
    rest(bytes, values.length * Double.BYTES).asDoubleBuffer().put(values);
    return new NpyArray(bytes);
  }

  /** Returns a head with room for the values behind it. */
  private static byte[] bytes(NpyHeader header) {
    byte[] head = header.encode();
    return Arrays.copyOf(head, Math.toIntExact(head.length + header.bytes()));
  }

  private static ByteBuffer rest(byte[] bytes, int count) {
    return ByteBuffer.wrap(bytes, bytes.length - count, count).slice().order(LITTLE_ENDIAN);
  }

  private static void requireShape(String name, int values, int... shape) {
    if (Arrays.stream(shape).mapToLong(n -> n).reduce(1, Math::multiplyExact) != values) {
      throw new ShapeException(name, "values of shape " + Arrays.toString(shape), values + "");
    }
  }

  /**
   * Returns the values.
   *
   * @param name of the array, for messages
   * @throws IOException if they are not as {@code expected}
   */
  ByteBuffer values(String name, NpyHeader expected) throws IOException {
    int head = expected.requireStart(name, new ByteArrayInputStream(bytes));
    expected.requireSize(name, head, bytes.length);
    return rest(bytes, bytes.length - head);
  }

  /** Returns head and values, which must not be written to. */
  byte[] bytes() {
    return bytes;
  }

  long size() {
    return bytes.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
