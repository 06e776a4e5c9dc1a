package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowStoreTest {

  /** Value j of row i: 100 i + j; rows are put from the last to the first. */
  private static RowStore numbered(int rows, int width, int valuesPerChunk) {
    var builder = new RowBuilder(rows, width, valuesPerChunk);
    for (int i = rows - 1; i >= 0; i--) {
      builder.put(i, 0, numbers(i, width), 0, width);
    }
    return builder.build();
  }

  private static float[] numbers(int row, int width) {
    float[] values = new float[width];
    IntStream.range(0, width).forEach(j -> values[j] = 100 * row + j);
    return values;
  }

  private static float[] row(RowStore store, int i) {
    float[] values = new float[store.width()];
    store.copyTo(i, 0, values.length, values, 0);
    return values;
  }

  @Property(tries = 300)
  void chunksDoNotShow(
      @ForAll @IntRange(max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 70) int valuesPerChunk) {
    RowStore store = numbered(rows, width, valuesPerChunk);
    assertEquals(rows, store.size());
    for (int i = 0; i < rows; i++) {
      assertArrayEquals(numbers(i, width), row(store, i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> row(store, rows));
  }

  @Test
  void aSelectionOfASelectionReachesAcrossChunks() {
    RowStore some = numbered(10, 3, 7).select(9, 0, 5, 5).select(3, 0);
    assertEquals(2, some.size());
    assertArrayEquals(numbers(5, 3), row(some, 0));
    assertArrayEquals(numbers(9, 3), row(some, 1));
  }

  @Test
  void aPartOfARowIsCopiedToWhereItIsWanted() {
    float[] target = new float[4];
    numbered(5, 6, 13).copyTo(4, 2, 3, target, 1);
    assertArrayEquals(new float[] {0, 402, 403, 404}, target);
  }

  @Test
  void aRowWiderThanAChunkHasAChunkOfItsOwn() {
    assertArrayEquals(numbers(2, 50), row(numbered(3, 50, 8), 2));
  }

  @Test
  void rowsWithoutValuesAreCounted() {
    assertEquals(3, RowStore.of(new double[3][0], 0, "features").size());
  }
}
