package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NpyHeaderTest {

  /** What {@code numpy.lib.format.write_array_header_1_0} of NumPy 1.24 writes. */
  @Test
  void theHeadIsNumPys() {
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (10, 3), }";
    String expected = "\u0093NUMPY\u0001\u0000v\u0000" + text + " ".repeat(57) + "\n";
    assertEquals(expected, new String(NpyHeader.of("<f4", 10, 3).encode(), ISO_8859_1));
  }

  @Property(tries = 300)
  void valuesStartAtAMultipleOf64(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 1_000_000) Integer> shape)
      throws IOException {
    NpyHeader header = new NpyHeader("<f8", shape);
    byte[] bytes = header.encode();
    assertEquals(0, bytes.length % 64);
    assertEquals('\n', bytes[bytes.length - 1]);
    assertEquals(bytes.length - 10, NpyHeader.textLength(bytes));
    header.require(Arrays.copyOfRange(bytes, 10, bytes.length));
  }

  @Test
  void oneAxisHasItsComma() {
    assertEquals("|b1 (7,)", NpyHeader.of("|b1", 7).toString());
  }

  @Test
  void sizesBeyondOneArrayAreCounted() {
    assertEquals(4L * 100_000 * 64 * 1201, NpyHeader.of("<f4", 100_000, 64, 1201).bytes());
    assertEquals(0, NpyHeader.of("<f8", 0, 3).bytes());
  }

  @Test
  void otherArraysAreRefused() {
    byte[] other = NpyHeader.of("<f8", 2, 3).encode();
    assertEquals(
        "expected <f4 (2, 3), but found <f8 (2, 3)",
        assertThrows(
                IOException.class,
                () ->
                    NpyHeader.of("<f4", 2, 3).require(Arrays.copyOfRange(other, 10, other.length)))
            .getMessage());
    other[6] = 2;
    assertThrows(IOException.class, () -> NpyHeader.textLength(other));
    assertThrows(IOException.class, () -> NpyHeader.textLength(new byte[4]));
  }
}
