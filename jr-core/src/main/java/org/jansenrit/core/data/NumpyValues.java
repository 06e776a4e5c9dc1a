package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any array of NumPy's that holds numbers, truth values or texts, as NumPy itself writes it. */
final class NumpyValues {
  private static final byte[] MAGIC = "\u0093NUMPY".getBytes(ISO_8859_1);
  private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])([fiubSU])(\\d{1,9})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");
  private static final int CODE_POINT = 4;

  private final char kind;
  private final int size;
  private final boolean fortran;
  private final int[] shape;
  private final ByteBuffer values;

  private NumpyValues(char kind, int size, boolean fortran, int[] shape, ByteBuffer values) {
    this.kind = kind;
    this.size = size;
    this.fortran = fortran;
    this.shape = shape;
    this.values = values;
  }

  /**
   * Parses the bytes of a {@code .npy} file.
   *
   * @throws IOException if they are none, or an array of another kind
   */
  static NumpyValues parse(byte[] bytes) throws IOException {
    if (bytes.length < 12 || !Arrays.equals(bytes, 0, 6, MAGIC, 0, 6)) {
      throw new IOException("offset 0: this is no array in NumPy's format");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int fixed = bytes[6] == 1 ? 10 : 12;
    int length = bytes[6] == 1 ? Short.toUnsignedInt(in.getShort(8)) : in.getInt(8);
    if (bytes[6] < 1 || bytes[6] > 3 || length < 0 || length > bytes.length - fixed) {
      throw new IOException("offset 6: the head of version " + bytes[6] + " is damaged or cut");
    }
    String text = new String(bytes, fixed, length, ISO_8859_1);
    return of(text, in.slice(fixed + length, bytes.length - fixed - length));
  }

  private static NumpyValues of(String head, ByteBuffer values) throws IOException {
    Matcher type = find(TYPE, head, "numbers, truth values or texts");
    Matcher order = find(ORDER, head, "an order");
    Matcher dimensions = find(SHAPE, head, "a shape");
    char kind = type.group(2).charAt(0);
    int size = Integer.parseInt(type.group(3)) * (kind == 'U' ? CODE_POINT : 1);
    int[] shape = shape(dimensions.group(1));
    long count = Arrays.stream(shape).asLongStream().reduce(1, NumpyValues::product);
    if (!isKnown(kind, size) || product(count, size) != values.limit()) {
      throw new IOException(
          "the head says "
              + head.strip()
              + ", but "
              + values.limit()
              + " bytes follow, which are none of that");
    }
    boolean big = type.group(1).equals(">");
    values.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return new NumpyValues(kind, size, order.group(1).equals("True"), shape, values);
  }

  private static Matcher find(Pattern pattern, String head, String what) throws IOException {
    Matcher matcher = pattern.matcher(head);
    if (!matcher.find()) {
      throw new IOException("expected an array of " + what + ", but its head is " + head.strip());
    }
    return matcher;
  }

  private static int[] shape(String text) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    try {
      for (String length : text.split(",", -1)) {
        if (!length.isBlank()) {
          lengths.add(Integer.parseInt(length.strip()));
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("an array of shape (" + text + ") is too large", e);
    }
    return lengths.stream().mapToInt(n -> n).toArray();
  }

  /** Returns the product of two numbers from 0 on, or -1 if it is too large. */
  private static long product(long a, long b) {
    return a < 0 || b < 0 || Math.multiplyHigh(a, b) != 0 || a * b < 0 ? -1 : a * b;
  }

  private static boolean isKnown(char kind, int size) {
    return switch (kind) {
      case 'f' -> size == 4 || size == 8;
      case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
      case 'b' -> size == 1;
      default -> size > 0;
    };
  }

  boolean isText() {
    return kind == 'U' || kind == 'S';
  }

  int[] shape() {
    return shape.clone();
  }

  /** Returns the numbers, the last axis varying fastest. */
  double[] numbers() {
    double[] numbers = new double[values.limit() / size];
    int[] places = places(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(places[i] * size);
    }
    return numbers;
  }

  /** Returns the texts, the last axis varying fastest. */
  List<String> texts() {
    return Arrays.stream(places(values.limit() / size)).mapToObj(i -> text(i * size)).toList();
  }

  /**
   * Returns where each value stands: in order, or in that of Fortran, whose first axis is fastest.
   */
  private int[] places(int count) {
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      int rest = i;
      int place = fortran ? 0 : i;
      int stride = count;
      for (int axis = shape.length - 1; fortran && axis >= 0; axis--) {
        stride /= shape[axis];
        place += rest % shape[axis] * stride;
        rest /= shape[axis];
      }
      places[i] = place;
    }
    return places;
  }

  private double number(int at) {
    return switch (kind) {
      case 'f' -> size == 4 ? values.getFloat(at) : values.getDouble(at);
      case 'i' -> whole(at);
      case 'u' -> whole(at) + (whole(at) < 0 ? Math.scalb(1.0, 8 * size) : 0);
      default -> values.get(at) == 0 ? 0 : 1;
    };
  }

  private double whole(int at) {
    return switch (size) {
      case 1 -> values.get(at);
      case 2 -> values.getShort(at);
      case 4 -> values.getInt(at);
      default -> values.getLong(at);
    };
  }

  /** Returns a text without the zeros that fill it up. */
  private String text(int at) {
    var text = new StringBuilder();
    int step = kind == 'U' ? CODE_POINT : 1;
    for (int i = at; i < at + size; i += step) {
      int point = kind == 'U' ? values.getInt(i) : values.get(i) & 0xff;
      text.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
