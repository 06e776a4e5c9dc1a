package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContoursTest {
  private static final double[] X =
      IntStream.rangeClosed(0, 40).mapToDouble(k -> -2 + 0.1 * k).toArray();

  private interface Field {
    double at(double x, double y);
  }

  private static double[][] grid(Field field) {
    double[][] values = new double[X.length][X.length];
    for (int row = 0; row < X.length; row++) {
      for (int column = 0; column < X.length; column++) {
        values[row][column] = field.at(X[column], X[row]);
      }
    }
    return values;
  }

  /** Linear interpolation of x^2 + y^2 over squares of side h is off by h^2 / (4 r) at most. */
  @Test
  void circleIsOneClosedLine() {
    List<List<double[]>> lines = Contours.of(X, X, grid((x, y) -> x * x + y * y), 1.7);
    assertEquals(1, lines.size());
    List<double[]> line = lines.get(0);
    assertTrue(Arrays.equals(line.get(0), line.get(line.size() - 1)), "closed");
    for (double[] point : line) {
      assertEquals(Math.sqrt(1.7), Math.hypot(point[0], point[1]), 0.002);
    }
  }

  @Test
  void saddleHasTwoLinesThatDoNotCross() {
    List<List<double[]>> lines = Contours.of(X, X, grid((x, y) -> x * y), 0.01);
    assertEquals(2, lines.size());
    for (List<double[]> line : lines) {
      double sign = Math.signum(line.get(0)[0]);
      assertTrue(line.stream().allMatch(p -> p[0] * sign > 0 && p[1] * sign > 0));
    }
  }

  @Test
  void unknownValuesBreakTheLine() {
    List<List<double[]>> lines =
        Contours.of(X, X, grid((x, y) -> x > 0.55 && x < 1.05 ? Double.NaN : y), 0.05);
    assertEquals(2, lines.size());
  }

  @Test
  void gridsThatDoNotFitAreRefused() {
    Panel panel = Panel.of("", "x (1)", "y (1)");
    double[] falling = {1, 0};
    double[] rising = {0, 1};
    double[][] square = {{0, 1}, {1, 2}};
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> panel.contour("c", falling, rising, square, 1));
    assertEquals("contour 'c': x must rise, but 1.0 comes before 0.0", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> panel.contour("c", X, rising, square, 1));
    assertEquals("contour 'c': x has 41 values, but row 0 of values has 2", e.getMessage());
  }
}
