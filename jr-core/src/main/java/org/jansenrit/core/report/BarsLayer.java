package org.jansenrit.core.report;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Bars that stand on zero: of a histogram, or one per place, sharing it with other such layers. */
final class BarsLayer implements Layer {
  private final String name;
  private final double[] left;
  private final double width;
  private final double[] heights;
  private final boolean shares;

  private BarsLayer(String name, double[] left, double width, double[] heights, boolean shares) {
    this.name = Checks.oneLine("name of bars", name);
    this.left = left;
    this.width = width;
    this.heights = heights;
    this.shares = shares;
  }

  /** Bars round their places, four fifths of the least distance wide. */
  static BarsLayer at(String name, double[] x, double[] heights) {
    String layer = "bars '" + name + "'";
    Checks.sameLength(layer, "x", x, "heights", heights);
    double[] places = Checks.finite(layer, "x", x);
    double width = 0.8 * leastDistance(layer, places);
    double[] left = Arrays.stream(places).map(p -> p - width / 2).toArray();
    return new BarsLayer(name, left, width, Checks.finite(layer, "heights", heights), true);
  }

  static BarsLayer histogram(String name, double[] values, int bins, boolean density) {
    String layer = "histogram '" + name + "'";
    if (bins < 1) {
      throw new IllegalArgumentException(layer + ": bins must be at least 1, but was " + bins);
    }
    var histogram = Histogram.of(Checks.finite(layer, "values", values), bins);
    double[] heights = density ? histogram.densities() : histogram.counts();
    return new BarsLayer(name, histogram.left(), histogram.width(), heights, false);
  }

  private static double leastDistance(String layer, double[] places) {
    double[] sorted = Arrays.stream(places).sorted().toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      least = Math.min(least, sorted[i] - sorted[i - 1]);
    }
    if (!(least > 0)) {
      throw new IllegalArgumentException(layer + ": two bars stand at the same x");
    }
    return Double.isInfinite(least) ? 1 : least;
  }

  /** Returns whether bars of other layers at the same place stand beside these, not over them. */
  boolean shares() {
    return shares;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Extent x() {
    Extent starts = Extent.of(left);
    return new Extent(starts.low(), starts.high() + width);
  }

  @Override
  public Extent y() {
    return Extent.of(heights).and(Extent.of(0));
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    var renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, Palette.translucent(look.color(), opacity()));
    renderer.setDrawBarOutline(true);
    renderer.setSeriesOutlinePaint(0, look.color());
    renderer.setSeriesOutlineStroke(0, Palette.THIN);
    PanelChart.add(plot, data(look), renderer);
  }

  private double opacity() {
    return shares ? 0.8 : 0.4;
  }

  private XYIntervalSeriesCollection data(Look look) {
    var series = new XYIntervalSeries(name, false, true);
    double share = shares ? width / look.slots() : width;
    for (int i = 0; i < left.length; i++) {
      double from = shares ? left[i] + look.slot() * share : left[i];
      series.add(from, from, from + share, heights[i], heights[i], heights[i]);
    }
    var data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  @Override
  public LegendItem legendItem(Look look) {
    var patch = new Rectangle2D.Double(-8, -5, 16, 10);
    var color = Palette.translucent(look.color(), opacity());
    return new LegendItem(name, null, null, null, patch, color, Palette.THIN, look.color());
  }
}
