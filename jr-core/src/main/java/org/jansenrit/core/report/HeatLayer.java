package org.jansenrit.core.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A rectangle of colours from dark blue, low, to yellow, high; white where a value is NaN.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0199239">Nunez et al. (2018), on such maps</a>
 */
final class HeatLayer implements Layer {
  /** Anchors of the map "viridis". */
  private static final int[] COLORS = {
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
    0xFDE725
  };

  private static final int SHADES = 128;

  private final String label;
  private final Extent x;
  private final Extent y;
  private final double[][] values;
  private final Extent range;

  HeatLayer(String label, Extent x, Extent y, double[][] values) {
    String layer = "heat map '" + label + "'";
    this.label = Checks.label("label of a heat map", label);
    this.x = x;
    this.y = y;
    this.values = new double[values.length][];
    Extent all = Extent.EMPTY;
    for (int row = 0; row < values.length; row++) {
      Checks.sameLength(layer, "row 0", values[0], "row " + row, values[row]);
      this.values[row] = Checks.finiteOrGap(layer, "row " + row, values[row]);
      all = all.and(Extent.of(values[row]));
    }
    if (values.length == 0) {
      throw new IllegalArgumentException(layer + " has no rows");
    }
    this.range = all.isEmpty() ? new Extent(0, 1) : all.widenedIfPoint();
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public Extent x() {
    return x;
  }

  @Override
  public Extent y() {
    return y;
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    plot.addAnnotation(
        new XYDataImageAnnotation(
            image(), x.low(), y.low(), x.high() - x.low(), y.high() - y.low()));
  }

  private BufferedImage image() {
    int rows = values.length;
    var image = new BufferedImage(values[0].length, rows, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < values[row].length; column++) {
        image.setRGB(column, rows - 1 - row, color(values[row][column]).getRGB());
      }
    }
    return image;
  }

  private Color color(double value) {
    return Double.isNaN(value)
        ? Color.WHITE
        : shade((value - range.low()) / (range.high() - range.low()));
  }

  private static Color shade(double share) {
    double place = Math.max(0, Math.min(1, share)) * (COLORS.length - 1);
    int below = Math.min(COLORS.length - 2, (int) place);
    Color a = new Color(COLORS[below]);
    Color b = new Color(COLORS[below + 1]);
    double part = place - below;
    return new Color(
        mixed(a.getRed(), b.getRed(), part),
        mixed(a.getGreen(), b.getGreen(), part),
        mixed(a.getBlue(), b.getBlue(), part));
  }

  private static int mixed(int a, int b, double part) {
    return (int) Math.round(a + part * (b - a));
  }

  /** Returns the scale that stands beside the panel. */
  PaintScaleLegend scale(double pixels) {
    var scale = new LookupPaintScale(range.low(), range.high(), Color.WHITE);
    for (int k = 0; k < SHADES; k++) {
      double share = k / (SHADES - 1.0);
      scale.add(range.low() + share * (range.high() - range.low()), shade(share));
    }
    NumberAxis axis = Axes.upright(label, range, pixels);
    var legend = new PaintScaleLegend(scale, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setSubdivisionCount(SHADES);
    legend.setStripWidth(12);
    legend.setMargin(new RectangleInsets(8, 8, 40, 4));
    return legend;
  }

  @Override
  public LegendItem legendItem(Look look) {
    return new LegendItem(label);
  }
}
