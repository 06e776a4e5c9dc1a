package org.jansenrit.core.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * Panels on a white sheet.
 *
 * @param title drawn above all panels, if not empty
 */
record Drawing(String title, int columns, List<Panel> panels, int panelWidth, int panelHeight) {
  private static final int TITLE_HEIGHT = 34;
  private static final int PNG_SCALE = 2;
  private static final String DRAFT_PREFIX = "jr-draft-id-";

  /** Returns a whole SVG document, whose ids are made from its content: notebooks inline many. */
  String toSvg() {
    String draft = element(DRAFT_PREFIX, true);
    String svg = draft.replace(DRAFT_PREFIX, "jr" + Integer.toHexString(draft.hashCode()) + "-");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n";
  }

  /** Returns an SVG element that takes the width of the box around it. */
  String toElement(String idPrefix) {
    return element(idPrefix, false);
  }

  private String element(String idPrefix, boolean dimensions) {
    var svg = new SVGGraphics2D(width(), height());
    svg.setDefsKeyPrefix(idPrefix); // the default is the time of day
    svg.setGeomDoubleConverter(Drawing::number);
    svg.setTransformDoubleConverter(Drawing::number);
    draw(svg);
    var box = new ViewBox(0, 0, width(), height());
    return CompactSvg.of(svg.getSVGElement(null, dimensions, box, null, null));
  }

  /** Returns a PNG image of twice the pixels, for screens and paper. */
  byte[] toPng() {
    var image =
        new BufferedImage(PNG_SCALE * width(), PNG_SCALE * height(), BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(PNG_SCALE, PNG_SCALE);
    draw(g);
    g.dispose();
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void draw(Graphics2D g) {
    g.setPaint(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, width(), height()));
    if (!title.isEmpty()) {
      drawTitle(g);
    }
    for (int i = 0; i < panels.size(); i++) {
      drawPanel(g, panels.get(i), i);
    }
  }

  private void drawTitle(Graphics2D g) {
    g.setFont(Palette.TITLE.deriveFont(17f));
    g.setPaint(Palette.INK);
    double x = (width() - g.getFontMetrics().stringWidth(title)) / 2.0;
    g.drawString(title, (float) Math.max(4, x), 24);
  }

  private void drawPanel(Graphics2D g, Panel panel, int index) {
    if (!panel.isBlank()) {
      int x = index % columns * panelWidth;
      int y = titleHeight() + index / columns * panelHeight;
      var area = new Rectangle2D.Double(x, y, panelWidth, panelHeight);
      PanelChart.of(panel, panelWidth, panelHeight).draw(g, area);
    }
  }

  private int titleHeight() {
    return title.isEmpty() ? 0 : TITLE_HEIGHT;
  }

  int width() {
    return columns * panelWidth;
  }

  int height() {
    int rows = (panels.size() + columns - 1) / columns;
    return titleHeight() + rows * panelHeight;
  }

  // a hundredth of a pixel is enough, and makes files half as long
  private static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%s", rounded);
  }
}
