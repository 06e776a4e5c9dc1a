package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Variable;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** A phase plane as a figure. */
final class PhasePortrait {
  private static final int GRID = 61;
  private static final int ARROWS = 16;
  private static final double MARGIN = 0.15;
  private static final double LENGTH = 0.6 / ARROWS;
  private static final double SAME = 1e-4;

  private final ModelSpec spec;
  private final Flow flow;
  private final double level;
  private final double[][][] paths;
  private final double[] x;
  private final double[] y;

  /**
   * Takes what is drawn.
   *
   * @param level of what is free in the flow
   * @param paths {@code [path][step][variable]}
   */
  PhasePortrait(ModelSpec spec, Flow flow, double level, double[][][] paths) {
    this.spec = spec;
    this.flow = flow;
    this.level = level;
    this.paths = paths;
    this.x = places(0);
    this.y = places(1);
  }

  private double[] places(int variable) {
    double[] visited =
        Arrays.stream(paths)
            .flatMap(Arrays::stream)
            .mapToDouble(state -> state[variable])
            .sorted()
            .toArray();
    double low = visited[0];
    double high = visited[visited.length - 1];
    double margin = high > low ? MARGIN * (high - low) : Math.max(1, Math.abs(low));
    double[] places = new double[GRID];
    Arrays.setAll(places, k -> low - margin + k * (high - low + 2 * margin) / (GRID - 1));
    return places;
  }

  Figure figure() {
    double[][] dx = new double[GRID][GRID];
    double[][] dy = new double[GRID][GRID];
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double[] drift = drift(x[column], y[row]);
        dx[row][column] = drift[0];
        dy[row][column] = drift[1];
      }
    }
    Variable first = spec.variables().get(0);
    Variable second = spec.variables().get(1);
    Panel panel = Panel.of("Phase plane of " + spec.name(), label(first), label(second));
    panel = arrows(panel);
    panel = panel.contour(first.symbol() + "' = 0", x, y, dx, 0);
    panel = panel.contour(second.symbol() + "' = 0", x, y, dy, 0);
    for (double[][] path : paths) {
      panel = panel.line("path", column(path, 0), column(path, 1));
    }
    return Figure.of(rests(panel, dx, dy).xRange(x[0], x[GRID - 1]).yRange(y[0], y[GRID - 1]))
        .panelSize(600, 460);
  }

  private double[] drift(double... state) {
    return flow.drift(state, level);
  }

  private static String label(Variable v) {
    return v.symbol() + (v.unit().equals("1") ? " (1)" : " (" + v.unit() + ")");
  }

  private static double[] column(double[][] path, int variable) {
    return Arrays.stream(path).mapToDouble(state -> state[variable]).toArray();
  }

  /** Arrows of one length, each with its head, as one line with gaps. */
  private Panel arrows(Panel panel) {
    double width = x[GRID - 1] - x[0];
    double height = y[GRID - 1] - y[0];
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < ARROWS * ARROWS; i++) {
      int row = i / ARROWS;
      double u = (i % ARROWS + 0.5) / ARROWS;
      double v = (row + 0.5) / ARROWS;
      double[] drift = drift(x[0] + u * width, y[0] + v * height);
      double angle = Math.atan2(drift[1] / height, drift[0] / width);
      double[] tip = moved(u, v, angle, LENGTH / 2);
      points.add(moved(u, v, angle, -LENGTH / 2));
      points.add(tip);
      points.add(moved(tip[0], tip[1], angle + 2.6, LENGTH / 3));
      points.add(tip);
      points.add(moved(tip[0], tip[1], angle - 2.6, LENGTH / 3));
      points.add(new double[] {tip[0], Double.NaN});
    }
    double[] xs = points.stream().mapToDouble(p -> x[0] + p[0] * width).toArray();
    double[] ys = points.stream().mapToDouble(p -> y[0] + p[1] * height).toArray();
    return panel.sketch("flow", xs, ys);
  }

  private static double[] moved(double u, double v, double angle, double by) {
    return new double[] {u + by * Math.cos(angle), v + by * Math.sin(angle)};
  }

  /** Looks for rest where both nullclines pass through one square of the grid. */
  private Panel rests(Panel panel, double[][] dx, double[][] dy) {
    Newton newton = new Newton(flow, new double[] {x[GRID - 1] - x[0], y[GRID - 1] - y[0], 1});
    List<double[]> stable = new ArrayList<>();
    List<double[]> unstable = new ArrayList<>();
    for (int row = 0; row + 1 < GRID; row++) {
      for (int column = 0; column + 1 < GRID; column++) {
        if (crosses(dx, row, column) && crosses(dy, row, column)) {
          double[] near = {(x[column] + x[column + 1]) / 2, (y[row] + y[row + 1]) / 2};
          newton
              .solve(newton.scaled(near, level), new double[] {0, 0, 1})
              .map(newton::state)
              .ifPresent(rest -> addNew(rest, isStable(rest) ? stable : unstable));
        }
      }
    }
    return points(points(panel, "stable rest", stable), "unstable rest", unstable);
  }

  private static boolean crosses(double[][] f, int row, int column) {
    boolean sign = f[row][column] > 0;
    return f[row][column + 1] > 0 != sign
        || f[row + 1][column] > 0 != sign
        || f[row + 1][column + 1] > 0 != sign;
  }

  private boolean isStable(double[] rest) {
    return Eigenvalues.of(flow.jacobian(rest, level)).unstable() == 0;
  }

  private void addNew(double[] rest, List<double[]> known) {
    double width = x[GRID - 1] - x[0];
    double height = y[GRID - 1] - y[0];
    if (known.stream()
        .noneMatch(k -> Math.hypot((k[0] - rest[0]) / width, (k[1] - rest[1]) / height) < SAME)) {
      known.add(rest);
    }
  }

  private static Panel points(Panel panel, String name, List<double[]> states) {
    double[][] all = states.toArray(double[][]::new);
    return all.length == 0 ? panel : panel.points(name, column(all, 0), column(all, 1));
  }
}
