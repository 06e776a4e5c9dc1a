package org.jansenrit.core.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * A head from above, nose up: colours for values, their isolines, and electrodes. Its outline is a
 * circle of radius 1; what lies outside is below it.
 */
final class ScalpLayer implements Layer {
  private static final int ISOLINES = 7;

  /** Leaves room for the nose. */
  private static final double LEAST_VIEW = 1.18;

  private static final double DOT = 0.022;

  private final double reach;
  private final double[][] values;
  private final double[] x;
  private final double[] y;
  private final ColorBar bar;

  ScalpLayer(String label, double reach, double[][] values, double[] x, double[] y) {
    String layer = "scalp '" + label + "'";
    this.reach = Checks.finite(layer, "reach", reach);
    this.values = Checks.rectangle(layer, values);
    Checks.sameLength(layer, "x", x, "y", y);
    this.x = Checks.finite(layer, "x", x);
    this.y = Checks.finite(layer, "y", y);
    double most =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .map(Math::abs)
            .max()
            .orElse(0);
    double end = most > 0 ? most : 1;
    var range = new Extent(-end, end);
    this.bar = new ColorBar(Checks.label("label of a scalp", label), range, Palette.DIVERGING);
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public Extent x() {
    return new Extent(-view(), view());
  }

  @Override
  public Extent y() {
    return new Extent(-view(), view());
  }

  private double view() {
    return Math.max(LEAST_VIEW, reach);
  }

  ColorBar bar() {
    return bar;
  }

  @Override
  public void addTo(XYPlot plot, Look look) {
    plot.addAnnotation(new Head());
  }

  @Override
  public LegendItem legendItem(Look look) {
    return new LegendItem(bar.label());
  }

  /** Draws in the largest square of the panel, so that the head stays round. */
  private final class Head extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    @Override
    public void draw(
        Graphics2D g,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis domain,
        ValueAxis range,
        int index,
        PlotRenderingInfo info) {
      double pixels = Math.min(area.getWidth(), area.getHeight()) / (2 * view());
      var place = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
      place.scale(pixels, -pixels);
      g.drawImage(image(), corner(place), null);
      g.setPaint(Palette.INK);
      g.setStroke(new BasicStroke(0.5f));
      isolines().forEach(line -> g.draw(place.createTransformedShape(line)));
      g.setStroke(new BasicStroke(1.6f));
      outline().forEach(line -> g.draw(place.createTransformedShape(line)));
      for (int i = 0; i < x.length; i++) {
        var dot = new Ellipse2D.Double(x[i] - DOT, y[i] - DOT, 2 * DOT, 2 * DOT);
        g.fill(place.createTransformedShape(dot));
      }
    }

    private AffineTransform corner(AffineTransform place) {
      var corner = new AffineTransform(place);
      corner.translate(-reach, reach);
      corner.scale(2 * reach / values.length, -2 * reach / values.length);
      return corner;
    }
  }

  private BufferedImage image() {
    int n = values.length;
    var image = new BufferedImage(n, n, BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double value = values[row][column];
        int color = Double.isNaN(value) ? 0 : bar.color(value).getRGB();
        image.setRGB(column, n - 1 - row, color);
      }
    }
    return image;
  }

  private List<Path2D> isolines() {
    double[] middles =
        IntStream.range(0, values.length)
            .mapToDouble(k -> reach * ((2 * k + 1.0) / values.length - 1))
            .toArray();
    double end = bar.range().high();
    return IntStream.rangeClosed(1, ISOLINES)
        .mapToDouble(k -> end * (2.0 * k / (ISOLINES + 1) - 1))
        .mapToObj(level -> Contours.of(middles, middles, values, level))
        .flatMap(List::stream)
        .map(ScalpLayer::path)
        .toList();
  }

  private static Path2D path(List<double[]> points) {
    var path = new Path2D.Double();
    path.moveTo(points.get(0)[0], points.get(0)[1]);
    points.stream().skip(1).forEach(point -> path.lineTo(point[0], point[1]));
    return path;
  }

  private static List<Path2D> outline() {
    var circle = new Path2D.Double(new Ellipse2D.Double(-1, -1, 2, 2));
    double[][] nose = {{-0.12, 0.993}, {0, 1.14}, {0.12, 0.993}};
    double[][] ear = {{0.985, 0.17}, {1.07, 0.2}, {1.1, 0.08}, {1.08, -0.12}, {0.985, -0.17}};
    double[][] left =
        Arrays.stream(ear).map(p -> new double[] {-p[0], p[1]}).toArray(double[][]::new);
    return List.of(circle, path(List.of(nose)), path(List.of(ear)), path(List.of(left)));
  }
}
