package org.jansenrit.core.report;

import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/** The lines along which values on a grid have one level. */
final class ContourLayer implements Layer {
  private final String name;
  private final List<List<double[]>> lines;

  ContourLayer(String name, double[] x, double[] y, double[][] values, double level) {
    String layer = "contour '" + name + "'";
    this.name = Checks.oneLine("name of a contour", name);
    double[] across = Checks.rising(layer, "x", x);
    double[] upright = Checks.rising(layer, "y", y);
    double[][] grid = Checks.rectangle(layer, values);
    Checks.sameLength(layer, "x", x, "row 0 of values", grid[0]);
    Checks.sameLength(layer, "y", y, "a column of values", new double[grid.length]);
    this.lines = Contours.of(across, upright, grid, Checks.finite(layer, "level", level));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Extent x() {
    return along(0);
  }

  @Override
  public Extent y() {
    return along(1);
  }

  private Extent along(int axis) {
    return lines.stream()
        .flatMap(List::stream)
        .map(point -> Extent.of(point[axis]))
        .reduce(Extent.EMPTY, Extent::and);
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    int count = lines.stream().mapToInt(line -> line.size() + 1).sum();
    double[] xs = new double[count];
    double[] ys = new double[count];
    int at = 0;
    for (List<double[]> line : lines) {
      for (double[] point : line) {
        xs[at] = point[0];
        ys[at++] = point[1];
      }
      xs[at] = xs[at - 1];
      ys[at++] = Double.NaN; // a gap before the next line
    }
    if (count > 0) {
      new LineLayer(name, xs, ys).addTo(plot, look);
    }
  }

  @Override
  public LegendItem legendItem(Look look) {
    return LineLayer.legendItem(name, look);
  }
}
