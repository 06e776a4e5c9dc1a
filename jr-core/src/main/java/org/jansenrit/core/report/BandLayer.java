package org.jansenrit.core.report;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The area between two lines, translucent. */
final class BandLayer implements Layer {
  private static final double OPACITY = 0.28;

  private final String name;
  private final double[] x;
  private final double[] low;
  private final double[] high;

  BandLayer(String name, double[] x, double[] low, double[] high) {
    String layer = "band '" + name + "'";
    Checks.sameLength(layer, "x", x, "low", low);
    Checks.sameLength(layer, "x", x, "high", high);
    this.name = Checks.oneLine("name of a band", name);
    this.x = Checks.finite(layer, "x", x);
    this.low = Checks.finite(layer, "low", low);
    this.high = Checks.finite(layer, "high", high);
    Checks.notAbove(layer, low, high);
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
    return Extent.of(low).and(Extent.of(high));
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    var renderer = new DeviationRenderer(false, false);
    renderer.setSeriesFillPaint(0, look.color());
    renderer.setAlpha((float) OPACITY);
    PanelChart.add(plot, data(), renderer);
  }

  private YIntervalSeriesCollection data() {
    var series = new YIntervalSeries(name, false, true);
    for (int i = 0; i < x.length; i++) {
      series.add(x[i], low[i], low[i], high[i]);
    }
    var data = new YIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  @Override
  public LegendItem legendItem(Look look) {
    var patch = new Rectangle2D.Double(-8, -5, 16, 10);
    var color = Palette.translucent(look.color(), OPACITY);
    return new LegendItem(name, null, null, null, patch, color);
  }
}
