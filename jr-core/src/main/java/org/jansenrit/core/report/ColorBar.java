package org.jansenrit.core.report;

import java.awt.Color;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * What the colours of a layer stand for.
 *
 * @param label what the values are, with their unit
 * @param range the values of the first and of the last colour
 */
record ColorBar(String label, Extent range, ColorScale colors) {
  private static final int SHADES = 128;

  Color color(double value) {
    return colors.at((value - range.low()) / (range.high() - range.low()));
  }

  /** Returns the scale that stands beside the panel. */
  PaintScaleLegend legend(double pixels) {
    var scale = new LookupPaintScale(range.low(), range.high(), Color.WHITE);
    for (int k = 0; k < SHADES; k++) {
      double share = k / (SHADES - 1.0);
      scale.add(range.low() + share * (range.high() - range.low()), colors.at(share));
    }
    NumberAxis axis = Axes.upright(label, range, pixels);
    var legend = new PaintScaleLegend(scale, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setSubdivisionCount(SHADES);
    legend.setStripWidth(12);
    legend.setMargin(new RectangleInsets(8, 8, 40, 4));
    return legend;
  }
}
