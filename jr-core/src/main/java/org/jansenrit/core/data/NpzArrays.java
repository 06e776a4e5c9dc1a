package org.jansenrit.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays of numbers for NumPy: {@code np.load(file)["name"]}. Immutable.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's
 *     format</a>
 */
public final class NpzArrays {
  private final Map<String, Entry> entries;

  private NpzArrays(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Returns no arrays yet. */
  public static NpzArrays empty() {
    return new NpzArrays(Map.of());
  }

  /**
   * Returns these arrays and one more, of 64-bit floats.
   *
   * @param name may have slashes
   * @param values in row-major order
   * @param shape the length of each axis; none of a single number
   * @throws IllegalArgumentException if there is one of this name, the name is blank, or the shape
   *     does not hold as many values
   */
  public NpzArrays with(String name, double[] values, int... shape) {
    if (name.isBlank() || entries.containsKey(name)) {
      throw new IllegalArgumentException(
          "names of arrays must be different and not blank, but got '" + name + "' after "
              + entries.keySet());
    }
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          "array '" + name + "' has " + values.length + " values, which are not of shape "
              + Arrays.toString(shape));
    }
    Map<String, Entry> more = new LinkedHashMap<>(entries);
    more.put(name, new Entry(values.clone(), shape.clone()));
    return new NpzArrays(more);
  }

  /**
   * Returns these arrays and those of {@code others}.
   *
   * @throws IllegalArgumentException if both have one of the same name
   */
  public NpzArrays and(NpzArrays others) {
    NpzArrays all = this;
    for (var entry : others.entries.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue().values, entry.getValue().shape);
    }
    return all;
  }

  /**
   * Writes the file, whole or not at all, over what was there. The same arrays give the same bytes.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    WholeFile.write(file, this::write);
  }

  private void write(OutputStream out) throws IOException {
    try (NpzOutput zip = NpzOutput.over(out)) {
      for (var entry : entries.entrySet()) {
        zip.store(entry.getKey() + ".npy", entry.getValue()::write);
      }
    }
  }

  private static final class Entry {
    private final double[] values;
    private final int[] shape;

    Entry(double[] values, int... shape) {
      this.values = values;
      this.shape = shape;
    }

    void write(OutputStream out) throws IOException {
      out.write(NpyHeader.of("<f8", shape).encode());
      ByteBuffer bytes =
          ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(values);
      out.write(bytes.array());
    }
  }

  @Override
  public String toString() {
    return "NpzArrays" + entries.keySet();
  }
}
