package org.jansenrit.core.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where values on a grid cross a level: marching squares, linear along each edge. Squares with a
 * value that is not a number have no line.
 */
final class Contours {
  private final double[] x;
  private final double[] y;
  private final double[][] values;
  private final double level;

  /** Per edge that is crossed, the edges at the other ends of its one or two pieces. */
  private final Map<Integer, List<Integer>> ends = new HashMap<>();

  private Contours(double[] x, double[] y, double[][] values, double level) {
    this.x = x;
    this.y = y;
    this.values = values;
    this.level = level;
  }

  /**
   * Returns the lines, each a list of points (x, y), closed if the last is the first.
   *
   * @param values {@code [along y][along x]}
   */
  static List<List<double[]>> of(double[] x, double[] y, double[][] values, double level) {
    var contours = new Contours(x, y, values, level);
    for (int row = 0; row + 1 < y.length; row++) {
      for (int column = 0; column + 1 < x.length; column++) {
        contours.square(row, column);
      }
    }
    return contours.lines();
  }

  private void square(int row, int column) {
    double a = values[row][column] - level;
    double b = values[row][column + 1] - level;
    double c = values[row + 1][column + 1] - level;
    double d = values[row + 1][column] - level;
    if (Double.isNaN(a + b + c + d)) {
      return;
    }
    List<Integer> crossed = new ArrayList<>();
    addIf(differs(a, b), crossed, across(row, column));
    addIf(differs(b, c), crossed, upright(row, column + 1));
    addIf(differs(c, d), crossed, across(row + 1, column));
    addIf(differs(d, a), crossed, upright(row, column));
    if (crossed.size() == 2) {
      join(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) { // a saddle: its middle says which corners hang together
      boolean together = a + b + c + d >= 0 == a >= 0;
      join(crossed.get(0), crossed.get(together ? 1 : 3));
      join(crossed.get(2), crossed.get(together ? 3 : 1));
    }
  }

  private static boolean differs(double a, double b) {
    return a >= 0 != b >= 0;
  }

  private static void addIf(boolean wanted, List<Integer> edges, int edge) {
    if (wanted) {
      edges.add(edge);
    }
  }

  private int across(int row, int column) {
    return 2 * (row * x.length + column);
  }

  private int upright(int row, int column) {
    return across(row, column) + 1;
  }

  private void join(int a, int b) {
    ends.computeIfAbsent(a, e -> new ArrayList<>()).add(b);
    ends.computeIfAbsent(b, e -> new ArrayList<>()).add(a);
  }

  private List<List<double[]>> lines() {
    List<List<double[]>> lines = new ArrayList<>();
    for (int edge : ends.keySet().stream().sorted().toList()) {
      while (!ends.get(edge).isEmpty()) {
        lines.add(line(edge).stream().map(this::point).toList());
      }
    }
    return lines;
  }

  /** Follows the line through an edge to both of its ends, and takes it away. */
  private Deque<Integer> line(int edge) {
    Deque<Integer> line = new ArrayDeque<>(List.of(edge));
    for (int next = step(edge); next >= 0; next = step(next)) {
      line.addLast(next);
    }
    for (int next = step(edge); next >= 0; next = step(next)) {
      line.addFirst(next);
    }
    return line;
  }

  private int step(int edge) {
    List<Integer> others = ends.get(edge);
    if (others.isEmpty()) {
      return -1;
    }
    Integer next = others.remove(0);
    ends.get(next).remove(Integer.valueOf(edge));
    return next;
  }

  private double[] point(int edge) {
    int row = edge / 2 / x.length;
    int column = edge / 2 % x.length;
    boolean upright = edge % 2 == 1;
    double from = values[row][column];
    double to = upright ? values[row + 1][column] : values[row][column + 1];
    double share = (level - from) / (to - from);
    return upright
        ? new double[] {x[column], y[row] + share * (y[row + 1] - y[row])}
        : new double[] {x[column] + share * (x[column + 1] - x[column]), y[row]};
  }
}
