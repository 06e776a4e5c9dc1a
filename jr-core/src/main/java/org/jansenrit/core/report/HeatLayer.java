package org.jansenrit.core.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.plot.XYPlot;

/**
 * A rectangle of colours from dark blue, low, to yellow, high; white where a value is NaN.
 *
 * @see <a href="https://doi.org/10.1371/journal.pone.0199239">Nunez et al. (2018), on such maps</a>
 */
final class HeatLayer implements Layer {
  /** Viewers blur the pixels of small images; blocks of many pixels stay sharp. */
  private static final int PIXELS = 480;

  private final Extent x;
  private final Extent y;
  private final double[][] values;
  private final ColorBar bar;

  HeatLayer(String label, Extent x, Extent y, double[][] values) {
    String layer = "heat map '" + label + "'";
    this.x = x;
    this.y = y;
    this.values = Checks.rectangle(layer, values);
    Extent all = Extent.EMPTY;
    for (double[] row : values) {
      all = all.and(Extent.of(row));
    }
    Extent range = all.isEmpty() ? new Extent(0, 1) : all.widenedIfPoint();
    this.bar = new ColorBar(Checks.label("label of a heat map", label), range, Palette.RISING);
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

  /** Returns the scale of the colours. */
  ColorBar bar() {
    return bar;
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    plot.addAnnotation(
        new XYDataImageAnnotation(
            image(), x.low(), y.low(), x.high() - x.low(), y.high() - y.low()));
  }

  private BufferedImage image() {
    int wide = Math.max(1, PIXELS / values[0].length);
    int tall = Math.max(1, PIXELS / values.length);
    int width = wide * values[0].length;
    int height = tall * values.length;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        Color color = color(values[row / tall][column / wide]);
        image.setRGB(column, height - 1 - row, color.getRGB());
      }
    }
    return image;
  }

  private Color color(double value) {
    return Double.isNaN(value) ? Color.WHITE : bar.color(value);
  }

  @Override
  public LegendItem legendItem(Look look) {
    return new LegendItem(bar.label());
  }
}
