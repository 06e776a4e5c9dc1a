package org.jansenrit.core.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jansenrit.core.report.Layer.Look;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/** A panel as a chart that can be drawn: ranges, colours and the legend are decided here. */
final class PanelChart {
  private static final double MARGIN = 70;
  private static final int MANY_LINES = 4;

  static {
    // else upright labels are drawn as outlines: no text to search, read aloud or set in a font
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private final Panel panel;
  private final int width;
  private final int height;
  private final List<String> colored;
  private final List<String> ruled;
  private final List<String> shared;

  private PanelChart(Panel panel, int width, int height) {
    this.panel = panel;
    this.width = width;
    this.height = height;
    this.colored = names(PanelChart::hasColor);
    this.ruled = names(layer -> layer instanceof RuleLayer && !layer.name().isEmpty());
    this.shared = names(layer -> layer instanceof BarsLayer bars && bars.shares());
  }

  static JFreeChart of(Panel panel, int width, int height) {
    return new PanelChart(panel, width, height).chart();
  }

  /** Adds data on top of what the plot already has. */
  static void add(XYPlot plot, XYDataset data, XYItemRenderer renderer) {
    int index = plot.getRendererCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private JFreeChart chart() {
    String title = panel.title().isEmpty() ? null : panel.title();
    var chart = new JFreeChart(title, Palette.TITLE, plot(), false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 18));
    if (title != null) {
      chart.getTitle().setPaint(Palette.INK);
      chart.getTitle().setPadding(2, 2, 6, 2);
    }
    if (chart.getXYPlot().getFixedLegendItems().getItemCount() > 1) {
      chart.addSubtitle(legend(chart.getXYPlot()));
    }
    for (Layer layer : panel.layers()) {
      if (layer instanceof HeatLayer heat) {
        chart.addSubtitle(heat.bar().legend(height));
      } else if (layer instanceof ScalpLayer scalp) {
        chart.addSubtitle(scalp.bar().legend(height));
      }
    }
    return chart;
  }

  private static LegendTitle legend(XYPlot plot) {
    var legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemFont(Palette.TICK);
    legend.setItemPaint(Palette.INK);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
    return legend;
  }

  // the empty data at index 0 make the plot draw its grid even if it has reference lines only
  private XYPlot plot() {
    var plot = new XYPlot(new DefaultXYDataset(), xAxis(), yAxis(), new XYLineAndShapeRenderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    styleGrid(plot);
    var legend = new LegendItemCollection();
    var listed = new HashSet<String>();
    for (Layer layer : panel.layers()) {
      layer.addTo(plot, look(layer));
      if (!layer.name().isEmpty() && listed.add(layer.name())) {
        legend.add(layer.legendItem(look(layer)));
      }
    }
    plot.setFixedLegendItems(legend);
    if (panel.layers().stream().anyMatch(layer -> layer instanceof ScalpLayer)) {
      hideAxes(plot);
    }
    return plot;
  }

  private static void styleGrid(XYPlot plot) {
    var hairline = new BasicStroke(0.7f);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(hairline);
    plot.setRangeGridlineStroke(hairline);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  private static void hideAxes(XYPlot plot) {
    plot.getDomainAxis().setVisible(false);
    plot.getRangeAxis().setVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
  }

  private NumberAxis xAxis() {
    Extent range = panel.xRange().orElseGet(this::autoX);
    return panel.categoryNames().isEmpty()
        ? Axes.across(panel.xLabel(), range, width - MARGIN)
        : Axes.names(panel.xLabel(), range, panel.categoryNames(), width - MARGIN);
  }

  private NumberAxis yAxis() {
    Extent range = panel.yRange().orElseGet(this::autoY);
    return Axes.upright(panel.yLabel(), range, height);
  }

  private Extent autoX() {
    if (!panel.categoryNames().isEmpty()) {
      return new Extent(-0.5, panel.categoryNames().size() - 0.5);
    }
    Extent x = hasIdentity() ? x().and(panel.yRange().orElse(y())) : x();
    return hasHeat() ? x : x.padded();
  }

  private Extent autoY() {
    Extent y = hasIdentity() ? y().and(panel.xRange().orElse(x())) : y();
    return hasHeat() ? y : y.padded();
  }

  private boolean hasHeat() {
    return panel.layers().stream().anyMatch(layer -> layer instanceof HeatLayer);
  }

  private boolean hasIdentity() {
    return panel.layers().stream()
        .anyMatch(layer -> layer instanceof RuleLayer rule && rule.isIdentity());
  }

  private Extent x() {
    return panel.layers().stream().map(Layer::x).reduce(Extent.EMPTY, Extent::and);
  }

  private Extent y() {
    return panel.layers().stream().map(Layer::y).reduce(Extent.EMPTY, Extent::and);
  }

  private Look look(Layer layer) {
    if (layer instanceof RuleLayer) {
      int index = ruled.indexOf(layer.name());
      return new Look(
          index < 0 ? Palette.AXIS : Palette.INK, Palette.dash(Math.max(0, index)), 0, 1);
    }
    if (isNamelessContour(layer)) {
      return new Look(Palette.INK, Palette.CONTOUR, 0, 1);
    }
    if (isSketched(layer)) {
      return new Look(Palette.SKETCH, Palette.THIN, 0, 1);
    }
    int index = colored.indexOf(layer.name());
    Stroke stroke = isOneOfMany(layer) ? Palette.THIN : Palette.stroke(index);
    return new Look(Palette.color(index), stroke, shared.indexOf(layer.name()), shared.size());
  }

  private static boolean hasColor(Layer layer) {
    return !(layer instanceof RuleLayer || isNamelessContour(layer) || isSketched(layer));
  }

  private static boolean isSketched(Layer layer) {
    return layer instanceof LineLayer line && line.isSketched();
  }

  private static boolean isNamelessContour(Layer layer) {
    return layer instanceof ContourLayer && layer.name().isEmpty();
  }

  private boolean isOneOfMany(Layer layer) {
    return panel.layers().stream()
            .filter(other -> other instanceof LineLayer && other.name().equals(layer.name()))
            .count()
        >= MANY_LINES;
  }

  private List<String> names(Predicate<Layer> wanted) {
    return new ArrayList<>(
        new LinkedHashSet<>(panel.layers().stream().filter(wanted).map(Layer::name).toList()));
  }
}
