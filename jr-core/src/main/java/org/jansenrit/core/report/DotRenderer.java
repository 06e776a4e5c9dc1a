package org.jansenrit.core.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/**
 * Draws thousands of dots as a few paths, so that an SVG stays small.
 *
 * <p>A dot is a line of no length with round caps. Dots of one path do not add up where they
 * overlap, those of different paths do: so they are dealt out to several.
 */
final class DotRenderer extends AbstractXYItemRenderer {
  private static final int PATHS = 12;

  /** Dots are drawn in tenths of a pixel, so that whole numbers place them well. */
  private static final double UNIT = 0.1;

  private final Color color;
  private final Stroke stroke;

  DotRenderer(Color color, float diameter) {
    this.color = color;
    float width = (float) (diameter / UNIT);
    this.stroke = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
    var state = new XYItemRendererState(info);
    state.setProcessVisibleItemsOnly(false); // item 0 must come, as it draws all
    return state;
  }

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis xAxis,
      ValueAxis yAxis,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (item == 0) {
      g.setPaint(color);
      g.setStroke(stroke);
      AffineTransform before = g.getTransform();
      g.scale(UNIT, UNIT);
      for (int first = 0; first < Math.min(PATHS, data.getItemCount(series)); first++) {
        g.draw(dots(data, series, first, xAxis, yAxis, area));
      }
      g.setTransform(before);
    }
  }

  private static Path2D dots(
      XYDataset data, int series, int first, ValueAxis xAxis, ValueAxis yAxis, Rectangle2D area) {
    var path = new Path2D.Double();
    for (int i = first; i < data.getItemCount(series); i += PATHS) {
      double x = xAxis.valueToJava2D(data.getXValue(series, i), area, RectangleEdge.BOTTOM);
      double y = yAxis.valueToJava2D(data.getYValue(series, i), area, RectangleEdge.LEFT);
      path.moveTo(Math.rint(x / UNIT), Math.rint(y / UNIT));
      path.lineTo(Math.rint(x / UNIT), Math.rint(y / UNIT));
    }
    return path;
  }
}
