package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzArraysTest {
  private static final NpzArrays ARRAYS =
      NpzArrays.empty()
          .with("posterior/A", new double[] {1, 2, 3, 4, 5, 6}, 1, 6)
          .with("draws", new double[] {7});

  @Test
  void arraysAreReadBackWithTheirShapes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("draws.npz");
    ARRAYS.save(file);
    try (NpzFile npz = NpzFile.open(file)) {
      ByteBuffer values = npz.read("posterior/A.npy", NpyHeader.of("<f8", 1, 6));
      assertEquals(1, values.getDouble());
      assertEquals(7, npz.read("draws.npy", NpyHeader.of("<f8")).getDouble());
    }
  }

  @Test
  void sameArraysGiveTheSameBytes(@TempDir Path folder) throws IOException {
    ARRAYS.save(folder.resolve("a.npz"));
    NpzArrays.empty()
        .with("posterior/A", new double[] {1, 2, 3, 4, 5, 6}, 1, 6)
        .and(NpzArrays.empty().with("draws", new double[] {7}))
        .save(folder.resolve("b.npz"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.npz")), Files.readAllBytes(folder.resolve("b.npz")));
  }

  @Test
  void namesAndShapesThatDoNotFitAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> ARRAYS.with("draws", new double[] {1}, 1));
    assertThrows(IllegalArgumentException.class, () -> ARRAYS.with(" ", new double[] {1}, 1));
    assertThrows(
        IllegalArgumentException.class, () -> ARRAYS.with("x", new double[] {1, 2}, 3));
  }
}
