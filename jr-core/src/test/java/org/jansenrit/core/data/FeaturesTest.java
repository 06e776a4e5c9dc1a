package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final List<String> NAMES = List.of("accuracy", "mean RT (ms)");

  @Test
  void rowsAreWhatWasGiven() {
    double[][] rows = {{0.5, 600}, {0.75, 500}, {1, 300}};
    List<String> names = new ArrayList<>(NAMES);
    Features x = Features.of(rows, names);
    rows[1][1] = 9;
    names.clear();
    x.row(1)[0] = 9;
    assertEquals(3, x.size());
    assertEquals(2, x.width());
    assertEquals(NAMES, x.names());
    assertArrayEquals(new double[] {0.75, 500}, x.row(1));
    assertArrayEquals(new double[] {1, 300}, x.select(2, 0).row(0));
    assertThrows(IndexOutOfBoundsException.class, () -> x.row(3));
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    var e = assertThrows(ShapeException.class, () -> Features.of(new double[][] {{1}}, NAMES));
    assertEquals("row 0 of features: expected 2 values, but got 1", e.getMessage());
  }

  @Test
  void featuresOfOtherNamesAreAnotherShape() {
    Features x = Features.of(new double[1][2], NAMES);
    assertDoesNotThrow(() -> x.requireShapeOf(x.select(), "these", "those"));
    Features other = Features.of(new double[1][2], List.of("accuracy", "sd RT (ms)"));
    var e = assertThrows(ShapeException.class, () -> other.requireShapeOf(x, "these", "those"));
    assertEquals(
        "these: expected 2 features (accuracy, mean RT (ms)), as in those,"
            + " but got 2 features (accuracy, sd RT (ms))",
        e.getMessage());
  }

  @Test
  void textNamesTheFirstThree() {
    assertEquals(
        "Features 1 x 1 feature (a)", Features.of(new double[1][1], List.of("a")).toString());
    assertEquals(
        "Features 2 x 4 features (a, b, c, ...)",
        Features.of(new double[2][4], List.of("a", "b", "c", "d")).toString());
  }
}
