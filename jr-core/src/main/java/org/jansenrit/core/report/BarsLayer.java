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
  private static final double[] NONE = {};

  private final String name;
  private final double[] left;
  private final double width;
  private final double[] heights;
  private final boolean shares;
  private final double[] low;
  private final double[] high;

  private BarsLayer(
      String name,
      double[] left,
      double width,
      double[] heights,
      boolean shares,
      double[] low,
      double[] high) {
    this.name = Checks.oneLine("name of bars", name);
    this.left = left;
    this.width = width;
    this.heights = heights;
    this.shares = shares;
    this.low = low;
    this.high = high;
  }

  /** Bars round their places, four fifths of the least distance wide. */
  static BarsLayer at(String name, double[] x, double[] heights) {
    String layer = "bars '" + name + "'";
    Checks.sameLength(layer, "x", x, "heights", heights);
    double[] places = Checks.finite(layer, "x", x);
    double width = 0.8 * leastDistance(layer, places);
    double[] left = Arrays.stream(places).map(p -> p - width / 2).toArray();
    double[] finite = Checks.finite(layer, "heights", heights);
    return new BarsLayer(name, left, width, finite, true, NONE, NONE);
  }

  /** Bars with a line each from a low to a high value. */
  static BarsLayer at(String name, double[] x, double[] heights, double[] low, double[] high) {
    BarsLayer bars = at(name, x, heights);
    String layer = "bars '" + name + "'";
    Checks.sameLength(layer, "x", x, "low", low);
    Checks.sameLength(layer, "x", x, "high", high);
    double[] from = Checks.finite(layer, "low", low);
    double[] to = Checks.finite(layer, "high", high);
    Checks.notAbove(layer, from, to);
    return new BarsLayer(name, bars.left, bars.width, bars.heights, true, from, to);
  }

  static BarsLayer histogram(String name, double[] values, int bins, boolean density) {
    String layer = "histogram '" + name + "'";
    if (bins < 1) {
      throw new IllegalArgumentException(layer + ": bins must be at least 1, but was " + bins);
    }
    var histogram = Histogram.of(Checks.finite(layer, "values", values), bins);
    double[] heights = density ? histogram.densities() : histogram.counts();
    return new BarsLayer(name, histogram.left(), histogram.width(), heights, false, NONE, NONE);
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
    return Extent.of(heights).and(Extent.of(0)).and(Extent.of(low)).and(Extent.of(high));
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
    if (low.length > 0) {
      addIntervals(plot, look);
    }
  }

  /** Upright lines through the middles of the bars, with a gap after each. */
  private void addIntervals(XYPlot plot, Look look) {
    double share = width / look.slots();
    double[] x = new double[3 * low.length];
    double[] y = new double[3 * low.length];
    for (int i = 0; i < low.length; i++) {
      Arrays.fill(x, 3 * i, 3 * i + 3, left[i] + (look.slot() + 0.5) * share);
      y[3 * i] = low[i];
      y[3 * i + 1] = high[i];
      y[3 * i + 2] = Double.NaN;
    }
    new LineLayer(name, x, y).addTo(plot, new Look(Palette.INK, Palette.THIN, 0, 1));
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
