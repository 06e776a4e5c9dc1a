package org.jansenrit.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** Time series over time: a panel per channel, or all channels in one if there are many. */
final class SignalFigure {
  private static final int MOST_PANELS = 6;
  private static final int COLUMNS = 2;

  private final TimeSeries series;
  private final double[] times;
  private final int[] finite;

  SignalFigure(TimeSeries series) {
    this.series = series;
    this.times = series.times();
    this.finite = IntStream.range(0, series.size()).filter(series::isFinite).toArray();
    if (finite.length == 0) {
      throw new IllegalArgumentException("no finite simulation to draw in " + series);
    }
  }

  Figure figure() {
    int channels = series.channels().size();
    if (channels == 1) {
      return Figure.of(panel(0)).panelSize(720, 320);
    }
    return channels > MOST_PANELS
        ? Figure.of(together()).panelSize(720, 360)
        : Figure.grid("", COLUMNS, IntStream.range(0, channels).mapToObj(this::panel).toList());
  }

  private Panel panel(int channel) {
    String name = series.channels().get(channel);
    Panel panel = Panel.of(name, "time (s)", axis());
    if (finite.length == 1) {
      return panel.line("", times, series.channel(finite[0], channel));
    }
    double[][] sorted = sorted(channel);
    return panel
        .band("90 % of " + finite.length, times, quantile(sorted, 0.05), quantile(sorted, 0.95))
        .line("median", times, quantile(sorted, 0.5));
  }

  private String axis() {
    return "signal (" + series.unit() + ")";
  }

  /** Returns the values of all simulations at each sample, each in order. */
  private double[][] sorted(int channel) {
    double[][] at = new double[times.length][finite.length];
    for (int i = 0; i < finite.length; i++) {
      double[] values = series.channel(finite[i], channel);
      for (int k = 0; k < values.length; k++) {
        at[k][i] = values[k];
      }
    }
    Arrays.stream(at).forEach(Arrays::sort);
    return at;
  }

  private static double[] quantile(double[][] sorted, double p) {
    return Arrays.stream(sorted)
        .mapToDouble(values -> values[(int) Math.round(p * (values.length - 1))])
        .toArray();
  }

  private Panel together() {
    List<String> channels = new ArrayList<>(series.channels());
    String whose = finite.length == 1 ? "" : ", median of " + finite.length;
    Panel panel = Panel.of(channels.size() + " channels" + whose, "time (s)", axis());
    for (int c = 0; c < channels.size(); c++) {
      double[] line = finite.length == 1 ? series.channel(finite[0], c) : quantile(sorted(c), 0.5);
      panel = panel.line("", times, line);
    }
    return panel;
  }
}
