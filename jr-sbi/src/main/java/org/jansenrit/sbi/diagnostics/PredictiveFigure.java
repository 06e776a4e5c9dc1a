package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** Draws what was predicted and what was observed: channel by channel, or feature by feature. */
final class PredictiveFigure {
  private static final String TITLE = "Posterior predictive check";
  private static final int MOST = 12;
  private static final int COLUMNS = 3;
  private static final int BINS = 20;

  private final PredictiveReport report;
  private final double[][] sorted;
  private final double[] observed;

  /** Takes predictions of each value, sorted, and the value that was observed. */
  PredictiveFigure(PredictiveReport report, double[][] sorted, double[] observed) {
    this.report = report;
    this.sorted = sorted;
    this.observed = observed;
  }

  Figure of(Observations shape) {
    if (shape instanceof TimeSeries series) {
      return channels(series);
    }
    return shape instanceof Features features && features.width() <= MOST
        ? grid(IntStream.range(0, features.width()).mapToObj(j -> feature(features, j)).toList())
        : values();
  }

  private static Figure grid(List<Panel> panels) {
    return Figure.grid(TITLE, COLUMNS, panels).panelSize(320, 260);
  }

  private Panel feature(Features features, int j) {
    String name = features.names().get(j);
    String label = name.endsWith(")") ? name : name + " (unit of the data)";
    return Panel.of("", label, "simulations")
        .counts("predicted", sorted[j], BINS)
        .verticalLine("observed", observed[j]);
  }

  private Figure channels(TimeSeries series) {
    int count = series.channels().size();
    if (count == 1) {
      return Figure.of(channel(series, 0, TITLE)).panelSize(860, 380);
    }
    return grid(worst(count, series.samples()).mapToObj(c -> channel(series, c, "")).toList());
  }

  /** Returns the channels that are explained worst, in order; all of them if they are few. */
  private IntStream worst(int count, int samples) {
    double[] shares = report.shares();
    return IntStream.range(0, count)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                c ->
                    -IntStream.range(c * samples, (c + 1) * samples)
                        .mapToDouble(i -> Math.abs(shares[i] - 0.5))
                        .sum()))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .sorted();
  }

  private Panel channel(TimeSeries series, int c, String title) {
    String unit = series.channels().get(c) + " (" + series.unit() + ")";
    int from = c * series.samples();
    return draw(Panel.of(title, "time (s)", unit), series.times(), from);
  }

  private Figure values() {
    double[] place = IntStream.range(0, observed.length).mapToDouble(i -> i).toArray();
    Panel panel = Panel.of(TITLE, "number of the value (1)", "value (unit of the data)");
    return Figure.of(draw(panel, place, 0)).panelSize(860, 380);
  }

  private Panel draw(Panel panel, double[] place, int from) {
    int to = from + place.length;
    return panel
        .band("predicted, 90 %", place, quantile(0.05, from, to), quantile(0.95, from, to))
        .line("predicted, median", place, quantile(0.5, from, to))
        .line("observed", place, Arrays.copyOfRange(observed, from, to));
  }

  private double[] quantile(double p, int from, int to) {
    return Arrays.copyOfRange(report.quantile(p), from, to);
  }
}
