package org.jansenrit.core.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/**
 * Colours, strokes and fonts of all figures.
 *
 * <p>The colours are those of Okabe and Ito, which the colour-blind can tell apart, the ones that
 * read best on white first.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe &amp; Ito (2008)</a>
 */
final class Palette {
  static final Color INK = new Color(0x222222);
  static final Color AXIS = new Color(0x666666);
  static final Color SKETCH = new Color(0x9A9A9A);
  static final Color GRID = new Color(0xDDDDDD);

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  static final Stroke THIN = new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke CONTOUR =
      new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final Stroke NORMAL =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private static final Color[] COLORS = {
    new Color(0x0072B2), // blue
    new Color(0xD55E00), // vermillion
    new Color(0x009E73), // bluish green
    new Color(0xCC79A7), // reddish purple
    new Color(0xE69F00), // orange
    new Color(0x56B4E9), // sky blue
    new Color(0x000000), // black
    new Color(0xF0E442), // yellow, faint on white
  };

  /** For values of one sign: anchors of the map "viridis". */
  static final ColorScale RISING =
      new ColorScale(
          0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
          0xFDE725);

  /** For values of both signs: blue, white, red, the map "RdBu" of ColorBrewer turned round. */
  static final ColorScale DIVERGING =
      new ColorScale(
          0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B);

  private static final float[][] DASHES = {{6, 4}, {1.5f, 4}, {8, 3, 1.5f, 3}, {12, 4}};

  private Palette() {}

  static Color color(int index) {
    return COLORS[index % COLORS.length];
  }

  /** Returns a full line, or a dashed one from where the colours begin again. */
  static Stroke stroke(int index) {
    return index < COLORS.length ? NORMAL : dash(index / COLORS.length - 1);
  }

  static Color translucent(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  static Stroke dash(int index) {
    float[] dash = DASHES[index % DASHES.length];
    return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }
}
