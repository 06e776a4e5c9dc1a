package org.jansenrit.core.report;

import java.awt.geom.Line2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** A straight line across the panel to compare with, dashed. */
final class RuleLayer implements Layer {
  enum Kind {
    VERTICAL,
    HORIZONTAL,
    IDENTITY
  }

  private final Kind kind;
  private final String name;
  private final double at;

  private RuleLayer(Kind kind, String name, double at) {
    this.kind = kind;
    this.name = Checks.oneLine("name of a reference line", name);
    this.at = at;
  }

  static RuleLayer vertical(String name, double x) {
    String layer = "vertical line '" + name + "'";
    return new RuleLayer(Kind.VERTICAL, name, Checks.finite(layer, "x", x));
  }

  static RuleLayer horizontal(String name, double y) {
    String layer = "horizontal line '" + name + "'";
    return new RuleLayer(Kind.HORIZONTAL, name, Checks.finite(layer, "y", y));
  }

  static RuleLayer identity() {
    return new RuleLayer(Kind.IDENTITY, "", 0);
  }

  boolean isIdentity() {
    return kind == Kind.IDENTITY;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Extent x() {
    return kind == Kind.VERTICAL ? Extent.of(at) : Extent.EMPTY;
  }

  @Override
  public Extent y() {
    return kind == Kind.HORIZONTAL ? Extent.of(at) : Extent.EMPTY;
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    Range x = plot.getDomainAxis().getRange();
    Range y = plot.getRangeAxis().getRange();
    plot.addAnnotation(
        switch (kind) {
          case VERTICAL -> line(at, y.getLowerBound(), at, y.getUpperBound(), look);
          case HORIZONTAL -> line(x.getLowerBound(), at, x.getUpperBound(), at, look);
          case IDENTITY -> diagonal(x, y, look);
        });
  }

  private static XYLineAnnotation diagonal(Range x, Range y, Look look) {
    double from = Math.max(x.getLowerBound(), y.getLowerBound());
    double to = Math.min(x.getUpperBound(), y.getUpperBound());
    return line(from, from, to, to, look);
  }

  private static XYLineAnnotation line(double x1, double y1, double x2, double y2, Look look) {
    return new XYLineAnnotation(x1, y1, x2, y2, look.stroke(), look.color());
  }

  @Override
  public LegendItem legendItem(Look look) {
    var line = new Line2D.Double(-12, 0, 12, 0);
    return new LegendItem(name, null, null, null, line, look.stroke(), look.color());
  }
}
