package org.jansenrit.core.report;

import java.awt.Color;
import java.awt.Stroke;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/** One thing drawn in a panel. */
sealed interface Layer
    permits LineLayer,
        BandLayer,
        PointsLayer,
        BarsLayer,
        RuleLayer,
        HeatLayer,
        ContourLayer,
        ScalpLayer {
  /** Returns the name in the legend; empty for a layer that is not listed. */
  String name();

  /** Returns what the layer needs of the horizontal axis. */
  Extent x();

  /** Returns what the layer needs of the vertical axis. */
  Extent y();

  /** Adds the layer on top of those that the plot already has. */
  void addTo(XYPlot plot, Look look);

  LegendItem legendItem(Look look);

  /**
   * How the panel tells its layers apart.
   *
   * @param slot which of the bars that share a place
   * @param slots how many bars share a place
   */
  record Look(Color color, Stroke stroke, int slot, int slots) {}
}
