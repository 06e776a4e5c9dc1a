package org.jansenrit.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jansenrit.core.file.WholeFile;

/**
 * Named arrays of numbers and texts, to and from NumPy: {@code np.savez(file, data=x)} and {@code
 * np.load(file)["data"]}. Immutable; each {@code with} returns a copy.
 *
 * <pre>{@code
 * NumpyFile.empty().with("data", values, 64, 500).withTexts("ch_names", names).save(path)
 * NumpyFile.read(path).numbers("data")
 * }</pre>
 */
public final class NumpyFile {
  private static final String NPY = ".npy";

  private static final int CODE_POINT = 4; // bytes

  /** The name of the one array of a {@code .npy} file. */
  public static final String ONLY = "";

  private final String where;
  private final Map<String, byte[]> arrays;

  private NumpyFile(String where, Map<String, byte[]> arrays) {
    this.where = where;
    this.arrays = arrays;
  }

  /** {@return a file without arrays} */
  public static NumpyFile empty() {
    return new NumpyFile("", Map.of());
  }

  /**
   * Reads a file: {@code .npz}, compressed or not, or {@code .npy}, whose array is called {@link
   * #ONLY}.
   *
   * @param file ends in {@code .npz} or {@code .npy}
   * @return its arrays; values are decoded when they are asked for
   * @throws IOException if there is no such file, it is of another kind, or it is damaged; the
   *     message names the file and the array
   */
  public static NumpyFile read(Path file) throws IOException {
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    try {
      if (isSingle(file)) {
        requireSize(Files.size(file));
        arrays.put(ONLY, Files.readAllBytes(file));
      } else {
        readEntries(file, arrays);
      }
    } catch (IOException e) {
      throw new IOException(file + ": " + (e.getMessage() == null ? e : e.getMessage()), e);
    }
    return new NumpyFile(file + ", ", arrays);
  }

  private static void readEntries(Path file, Map<String, byte[]> arrays) throws IOException {
    try (NpzFile npz = NpzFile.open(file)) {
      for (String name : npz.names()) {
        if (name.endsWith(NPY)) {
          requireSize(npz.size(name));
          arrays.put(name.substring(0, name.length() - NPY.length()), npz.read(name));
        }
      }
    }
  }

  private static void requireSize(long bytes) throws IOException {
    if (bytes > Runtime.getRuntime().maxMemory() / 4) {
      throw new IOException(bytes + " bytes do not fit memory; start Java with a larger -Xmx");
    }
  }

  private static boolean isSingle(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(NPY);
  }

  /**
   * {@return this with an array in row-major order, with all bits of the numbers}
   *
   * @param name what NumPy calls it
   * @param values as many as the shape says; copied
   * @param shape the lengths along the axes
   * @throws ShapeException if there are more or fewer values than the shape says
   */
  public NumpyFile with(String name, double[] values, int... shape) {
    return put(name, NpyArray.of(name, values, shape).bytes());
  }

  /**
   * {@return this with an array in row-major order}
   *
   * @param name what NumPy calls it
   * @param values as many as the shape says; copied
   * @param shape the lengths along the axes
   * @throws ShapeException if there are more or fewer values than the shape says
   */
  public NumpyFile with(String name, float[] values, int... shape) {
    return put(name, NpyArray.of(name, values, shape).bytes());
  }

  /**
   * {@return this with a number, an array without axes}
   *
   * @param name what NumPy calls it
   * @param number any number, also NaN and infinite ones
   */
  public NumpyFile with(String name, double number) {
    return with(name, new double[] {number}, new int[0]);
  }

  /**
   * {@return this with a whole number of 64 bits, an array without axes}
   *
   * @param name what NumPy calls it
   * @param number any number
   */
  public NumpyFile with(String name, long number) {
    byte[] head = NpyHeader.of("<i8").encode();
    ByteBuffer bytes = ByteBuffer.allocate(head.length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return put(name, bytes.put(head).putLong(number).array());
  }

  /**
   * {@return this with texts, an array of one axis}
   *
   * @param name what NumPy calls it
   * @param texts any texts
   */
  public NumpyFile withTexts(String name, List<String> texts) {
    return put(name, texts(texts, texts.size()));
  }

  /**
   * {@return this with a text, an array without axes}
   *
   * @param name what NumPy calls it
   * @param text any text
   */
  public NumpyFile with(String name, String text) {
    return put(name, texts(List.of(text)));
  }

  private static byte[] texts(List<String> texts, int... shape) {
    int longest = Math.max(1, texts.stream().mapToInt(NumpyFile::points).max().orElse(0));
    byte[] head = NpyHeader.of("<U" + longest, shape).encode();
    ByteBuffer bytes = ByteBuffer.allocate(head.length + texts.size() * longest * CODE_POINT);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put(head);
    for (String text : texts) {
      text.codePoints().forEach(bytes::putInt);
      bytes.position(bytes.position() + (longest - points(text)) * CODE_POINT);
    }
    return bytes.array();
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * {@return these arrays and those of {@code others}}
   *
   * @param others with arrays of other names
   * @throws IllegalArgumentException if both have one of the same name
   */
  public NumpyFile and(NumpyFile others) {
    Map<String, byte[]> all = new LinkedHashMap<>(arrays);
    others.arrays.forEach(
        (name, array) -> {
          if (all.put(name, array) != null) {
            throw new IllegalArgumentException("both files have an array " + name);
          }
        });
    return new NumpyFile(where, all);
  }

  private NumpyFile put(String name, byte[] array) {
    Map<String, byte[]> more = new LinkedHashMap<>(arrays);
    more.put(name, array);
    return new NumpyFile(where, more);
  }

  /**
   * Writes the file, whole or not at all: {@code .npz}, not compressed, or {@code .npy} if the name
   * ends in that and there is one array.
   *
   * @param file in a directory that is there
   * @throws IllegalArgumentException if more than one array is to become a {@code .npy} file
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    if (isSingle(file) && arrays.size() != 1) {
      throw new IllegalArgumentException(
          file + " can hold one array, not " + arrays.keySet() + "; save as .npz");
    }
    WholeFile.write(file, isSingle(file) ? this::writeOnly : this::writeAll);
  }

  private void writeOnly(OutputStream out) throws IOException {
    out.write(arrays.values().iterator().next());
  }

  private void writeAll(OutputStream out) throws IOException {
    var writer = new NpzWriter(out);
    for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
      writer.store(array.getKey() + NPY, to -> to.write(array.getValue()));
    }
    writer.finish();
  }

  /** {@return the names of the arrays, in order} */
  public Set<String> names() {
    return Collections.unmodifiableSet(arrays.keySet());
  }

  /**
   * {@return the lengths along the axes of an array}
   *
   * @param name one of {@link #names()}
   * @throws IOException if there is no such array, or its header is damaged
   */
  public int[] shape(String name) throws IOException {
    return values(name).shape();
  }

  /**
   * {@return the numbers of an array in row-major order, whatever their type and order in the file}
   *
   * @param name one of {@link #names()}
   * @throws IOException if there is no such array, or it has texts
   */
  public double[] numbers(String name) throws IOException {
    NumpyValues values = values(name);
    if (values.isText()) {
      throw wrong(name, "expected numbers, but found texts");
    }
    return values.numbers();
  }

  /**
   * {@return a single number}
   *
   * @param name one of {@link #names()}
   * @throws IOException if there is no such array, it has texts, or not one value
   */
  public double number(String name) throws IOException {
    double[] numbers = numbers(name);
    if (numbers.length != 1) {
      throw wrong(name, "expected one number, but found " + numbers.length);
    }
    return numbers[0];
  }

  /**
   * {@return the texts of an array in row-major order}
   *
   * @param name one of {@link #names()}
   * @throws IOException if there is no such array, or it has no texts
   */
  public List<String> texts(String name) throws IOException {
    NumpyValues values = values(name);
    if (!values.isText()) {
      throw wrong(name, "expected texts, but found numbers");
    }
    return values.texts();
  }

  /**
   * {@return a single text}
   *
   * @param name one of {@link #names()}
   * @throws IOException if there is no such array, it has no texts, or not one
   */
  public String text(String name) throws IOException {
    List<String> texts = texts(name);
    if (texts.size() != 1) {
      throw wrong(name, "expected one text, but found " + texts.size());
    }
    return texts.get(0);
  }

  private NumpyValues values(String name) throws IOException {
    byte[] bytes = arrays.get(name);
    if (bytes == null) {
      throw wrong(name, "there is no such array, only " + arrays.keySet());
    }
    try {
      return NumpyValues.parse(bytes);
    } catch (IOException e) {
      throw wrong(name, e.getMessage());
    }
  }

  /**
   * {@return the failure of an array, which is not what is needed: file, array, and why}
   *
   * @param name one of {@link #names()}
   * @param why what is wrong with it
   */
  public IOException wrong(String name, String why) {
    return new IOException(where + "array" + (name.equals(ONLY) ? "" : " " + name) + ": " + why);
  }

  @Override
  public String toString() {
    return "NumpyFile" + arrays.keySet();
  }
}
