package org.jansenrit.core.report;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/** Round points; the more there are, the smaller and fainter. */
final class PointsLayer implements Layer {
  private static final int MANY = 300;

  private final String name;
  private final double[] x;
  private final double[] y;

  PointsLayer(String name, double[] x, double[] y) {
    String layer = "points '" + name + "'";
    Checks.sameLength(layer, "x", x, "y", y);
    this.name = Checks.oneLine("name of points", name);
    this.x = Checks.finite(layer, "x", x);
    this.y = Checks.finite(layer, "y", y);
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
    PanelChart.add(plot, data, new DotRenderer(color(look), x.length > MANY ? 3.5f : 6));
  }

  private Color color(Look look) {
    return Palette.translucent(look.color(), x.length > MANY ? 0.4 : 0.75);
  }

  @Override
  public LegendItem legendItem(Look look) {
    var dot = new Ellipse2D.Double(-4, -4, 8, 8);
    return new LegendItem(name, null, null, null, dot, look.color());
  }
}
