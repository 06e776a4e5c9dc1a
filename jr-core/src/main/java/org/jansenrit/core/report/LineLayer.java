package org.jansenrit.core.report;

import java.awt.geom.Line2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** A line through points in their order; NaN in y breaks it. */
final class LineLayer implements Layer {
  private final String name;
  private final double[] x;
  private final double[] y;
  private final boolean sketched;

  LineLayer(String name, double[] x, double[] y) {
    this(name, x, y, false);
  }

  /** A line behind the rest: thin, grey, and without a colour of its own. */
  static LineLayer sketch(String name, double[] x, double[] y) {
    return new LineLayer(name, x, y, true);
  }

  private LineLayer(String name, double[] x, double[] y, boolean sketched) {
    String layer = "line '" + name + "'";
    Checks.sameLength(layer, "x", x, "y", y);
    this.name = Checks.oneLine("name of a line", name);
    this.x = Checks.finite(layer, "x", x);
    this.y = Checks.finiteOrGap(layer, "y", y);
    this.sketched = sketched;
  }

  boolean isSketched() {
    return sketched;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Extent x() {
    return Extent.of(x);
  }

  @Override
  public Extent y() {
    return Extent.of(y);
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    var data = new DefaultXYDataset();
    data.addSeries(name, new double[][] {x, y});
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, look.color());
    renderer.setSeriesStroke(0, look.stroke());
    PanelChart.add(plot, data, renderer);
  }

  @Override
  public LegendItem legendItem(Look look) {
    return legendItem(name, look);
  }

  static LegendItem legendItem(String name, Look look) {
    var line = new Line2D.Double(-10, 0, 10, 0);
    return new LegendItem(name, null, null, null, line, look.stroke(), look.color());
  }
}
