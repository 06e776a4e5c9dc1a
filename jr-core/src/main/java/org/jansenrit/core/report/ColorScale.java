package org.jansenrit.core.report;

import java.awt.Color;

/** Colours for numbers: straight lines through a few anchors. */
final class ColorScale {
  private final int[] anchors;

  ColorScale(int... anchors) {
    this.anchors = anchors.clone();
  }

  /** Returns the colour of a share; those outside [0, 1] have the colours of the ends. */
  Color at(double share) {
    double place = Math.max(0, Math.min(1, share)) * (anchors.length - 1);
    int below = Math.min(anchors.length - 2, (int) place);
    Color a = new Color(anchors[below]);
    Color b = new Color(anchors[below + 1]);
    double part = place - below;
    return new Color(
        mixed(a.getRed(), b.getRed(), part),
        mixed(a.getGreen(), b.getGreen(), part),
        mixed(a.getBlue(), b.getBlue(), part));
  }

  private static int mixed(int a, int b, double part) {
    return (int) Math.round(a + part * (b - a));
  }
}
