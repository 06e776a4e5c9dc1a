package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jansenrit.core.model.JansenRit;

/** A damaged file is refused in words, or its damage is in the values, which are not looked at. */
class DatasetFuzzTest {
  private static Path file;
  private static byte[] whole;

  @BeforeContainer
  static void save() throws IOException {
    file = Files.createTempFile("fuzz", ".npz");
    var theta = ParameterTable.of(List.of(JansenRit.A), new double[][] {{3}, {4}});
    Dataset.of(theta, Features.of(new double[2][3], List.of("a", "b", "c"))).save(file);
    whole = Files.readAllBytes(file);
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 3000, seed = "1")
  void flippedBytesAreRefusedInWords(
      @ForAll @IntRange(max = 4000) int place, @ForAll @IntRange(min = 1, max = 255) int flip)
      throws IOException {
    byte[] bytes = whole.clone();
    bytes[place % bytes.length] ^= (byte) flip;
    loadOrRefuse(bytes);
  }

  /** Found by an earlier run of the property above: a name of an entry that is no UTF-8. */
  @Example
  void nameThatIsNoTextIsRefusedInWords() throws IOException {
    for (int place = 0; place < whole.length; place++) {
      byte[] bytes = whole.clone();
      bytes[place] ^= (byte) 64;
      loadOrRefuse(bytes);
    }
  }

  @Property(tries = 500, seed = "1")
  void cutFilesAreRefused(@ForAll @IntRange(max = 4000) int length) throws IOException {
    loadOrRefuse(Arrays.copyOf(whole, length % whole.length));
  }

  private static void loadOrRefuse(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      assertEquals(2, Dataset.load(file).size());
    } catch (UncheckedIOException e) {
      assertTrue(e.getMessage().startsWith("cannot load " + file + ": "), e.getMessage());
      assertTrue(!e.getMessage().contains(": null"), e.getMessage());
    }
  }
}
