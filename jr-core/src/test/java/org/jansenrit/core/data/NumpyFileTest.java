package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class NumpyFileTest {
  @TempDir Path folder;

  /** A file that NumPy 1.24 wrote. */
  private static NumpyFile resource(String name) throws IOException {
    return NumpyFile.read(path(name));
  }

  private static Path path(String name) {
    try {
      return Path.of(NumpyFileTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(Executable read, String... parts) {
    var e = assertThrows(IOException.class, read);
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void numbersOfEveryTypeAreRead() throws IOException {
    NumpyFile file = resource("numpy.npz");
    assertArrayEquals(new double[] {1.5, 2, 3, -4}, file.numbers("f4"));
    assertArrayEquals(new double[] {0, 1, 2}, file.numbers("big"));
    assertArrayEquals(new double[] {200}, file.numbers("u1"));
    assertArrayEquals(new double[] {1, 0}, file.numbers("flags"));
    assertArrayEquals(new double[0], file.numbers("empty"));
    assertEquals(-5, file.number("i8"));
    assertArrayEquals(new int[] {2, 3}, file.shape("f8"));
    assertArrayEquals(new int[0], file.shape("i8"));
  }

  @Test
  void fortransOrderBecomesThatOfC() throws IOException {
    NumpyFile file = resource("numpy.npz");
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, file.numbers("f8"));
    assertArrayEquals(IntStream.range(0, 24).asDoubleStream().toArray(), file.numbers("cube"));
  }

  @Test
  void textsAreReadWhateverTheirLetters() throws IOException {
    NumpyFile file = resource("numpy.npz");
    assertEquals(List.of("Fz", "Öz", "\uD83E\uDDE0x"), file.texts("names"));
    assertEquals(List.of("ab", "c"), file.texts("bytes"));
  }

  @Test
  void aSingleArrayIsRead() throws IOException {
    double[] expected = {0, 1, 2, 3, 4, 5};
    assertArrayEquals(expected, resource("numpy.npy").numbers(NumpyFile.ONLY));
  }

  @Test
  void whatIsSavedIsReadBack() throws IOException {
    NumpyFile saved =
        NumpyFile.empty()
            .with("x", new double[] {Math.PI, -0.0, Double.NaN}, 3, 1)
            .with("y", new float[] {1.25f}, 1)
            .withTexts("names", List.of("", "Öz", "\uD83E\uDDE0"))
            .with("unit", "uV")
            .with("rate", 250.5)
            .with("trials", -7L);
    Path file = folder.resolve("a.npz");
    saved.save(file);
    NumpyFile read = NumpyFile.read(file);
    assertEquals(saved.names(), read.names());
    assertArrayEquals(saved.numbers("x"), read.numbers("x"));
    assertArrayEquals(new int[] {3, 1}, read.shape("x"));
    assertEquals(1.25, read.number("y"));
    assertEquals(List.of("", "Öz", "\uD83E\uDDE0"), read.texts("names"));
    assertEquals("uV", read.text("unit"));
    assertEquals(250.5, read.number("rate"));
    assertEquals(-7, read.number("trials"));
    assertThrows(IllegalArgumentException.class, () -> saved.save(folder.resolve("a.npy")));
    Path single = folder.resolve("b.npy");
    NumpyFile.empty().with("x", new double[] {1, 2}, 2).save(single);
    assertArrayEquals(new double[] {1, 2}, NumpyFile.read(single).numbers(NumpyFile.ONLY));
  }

  @Test
  void whatIsNotNeededIsRefusedByFileAndArray() throws IOException {
    NumpyFile file = resource("numpy.npz");
    assertRefused(() -> file.numbers("none"), "numpy.npz, array none", "only [f4, f8");
    assertRefused(() -> file.numbers("names"), "array names: expected numbers, but found texts");
    assertRefused(() -> file.texts("f4"), "expected texts, but found numbers");
    assertRefused(() -> file.number("f4"), "expected one number, but found 4");
    assertRefused(() -> file.text("names"), "expected one text, but found 3");
    assertRefused(() -> file.numbers("complex"), "array complex", "'<c16'");
    assertRefused(() -> NumpyFile.read(folder.resolve("x.npz")), "x.npz", "no such file");
    assertThrows(ShapeException.class, () -> NumpyFile.empty().with("x", new double[] {1, 2}, 3));
  }

  /** A short array whose head says that it is long, which must not be believed. */
  @Test
  void headsThatLieAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(path("numpy.npy"));
    for (String shape :
        List.of(
            "(999999, 999999)",
            "(2000000000, 2000000000, 2000000000)",
            "(99999999999, 1)",
            "(2, 2)",
            "(2, 4)")) {
      String head = new String(bytes, 0, 128, ISO_8859_1).replace("(2, 3)", shape);
      byte[] lie = Arrays.copyOf(head.getBytes(ISO_8859_1), 176);
      lie[8] = (byte) (head.length() - 10);
      Path file = Files.write(folder.resolve("lie.npy"), lie);
      assertRefused(() -> NumpyFile.read(file).numbers(""), "lie.npy, array: ");
    }
  }

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    var random = new Random(3);
    byte[] npz = Files.readAllBytes(path("numpy.npz"));
    byte[] npy = Files.readAllBytes(path("numpy.npy"));
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] bytes = (i % 2 == 0 ? npz : npy).clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Path file = folder.resolve(i + (i % 2 == 0 ? ".npz" : ".npy"));
      Files.write(file, bytes);
      try {
        NumpyFile some = NumpyFile.read(file);
        for (String name : some.names()) {
          some.numbers(name);
        }
        read++;
      } catch (IOException e) {
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
      } finally {
        Files.delete(file);
      }
    }
    assertTrue(read > 200 && read < 3800, read + " were read");
  }
}
