package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * Several estimators on the same test set. Differences are taken within each resample of the
 * simulations, so that what is hard for all of them does not widen the intervals. Immutable.
 *
 * <pre>{@code
 * RecoveryComparison.of("ridge", ridge.evaluate(test)).and("LSTM", lstm.evaluate(test))
 * }</pre>
 */
public final class RecoveryComparison {
  private static final double LEVEL = 0.95;
  private static final long SEED = 1;

  private final Map<String, RecoveryReport> reports;

  private RecoveryComparison(Map<String, RecoveryReport> reports) {
    this.reports = reports;
  }

  /**
   * Starts with the estimator that others are compared with.
   *
   * @param name of the estimator, for tables and legends
   * @param report of its test
   * @return a comparison of one estimator; see {@link #and}
   */
  public static RecoveryComparison of(String name, RecoveryReport report) {
    return new RecoveryComparison(Map.of(name, report));
  }

  /**
   * Adds an estimator.
   *
   * @param name of the estimator; another one than those before
   * @param report of its test on the same simulations
   * @return a comparison with this estimator as well
   * @throws ShapeException if it was tested on other simulations
   * @throws IllegalArgumentException if there is one of this name
   */
  public RecoveryComparison and(String name, RecoveryReport report) {
    requireSame(first().truth(), name, report.truth());
    if (reports.containsKey(name)) {
      throw new IllegalArgumentException("there is an estimator " + name + " already");
    }
    Map<String, RecoveryReport> more = new LinkedHashMap<>(reports);
    more.put(name, report);
    return new RecoveryComparison(more);
  }

  private static void requireSame(ParameterTable expected, String name, ParameterTable found) {
    boolean same =
        expected.size() == found.size() && expected.parameters().equals(found.parameters());
    if (!same) {
      throw new ShapeException(
          "test set of " + name, expected + ", as of the others", found.toString());
    }
    for (Parameter parameter : expected.parameters()) {
      double[] a = expected.column(parameter);
      double[] b = found.column(parameter);
      for (int i = 0; i < a.length; i++) {
        if (a[i] != b[i]) {
          throw new ShapeException(
              "test set of " + name,
              parameter.symbol() + " of simulation " + i + " " + a[i] + ", as of the others",
              b[i] + "");
        }
      }
    }
  }

  private RecoveryReport first() {
    return reports.values().iterator().next();
  }

  /** {@return the names, in the order in which they were added} */
  public List<String> names() {
    return List.copyOf(reports.keySet());
  }

  /**
   * {@return the report of one estimator}
   *
   * @param name as it was added
   * @throws IllegalArgumentException if there is none of this name
   */
  public RecoveryReport report(String name) {
    if (!reports.containsKey(name)) {
      throw new IllegalArgumentException("no estimator " + name + " here; there are " + names());
    }
    return reports.get(name);
  }

  /**
   * {@return how much larger a figure is for one estimator than for another, with its paired 95 %
   * bootstrap interval over 1000 resamples, drawn with seed 1}
   *
   * @param of name of the estimator whose figure is taken
   * @param from name of the one whose figure is subtracted
   * @param parameter one of those estimated
   * @param metric the figure
   * @throws IllegalArgumentException if there is no such estimator or parameter, or the figure
   *     needs standard deviations that one of them does not predict
   */
  public ConfidenceInterval difference(String of, String from, Parameter parameter, Metric metric) {
    Pairs a = report(of).pairs(parameter, metric);
    Pairs b = report(from).pairs(parameter, metric);
    return new Bootstrap(a.size(), SEED)
        .interval(counts -> metric.of(a, counts) - metric.of(b, counts), LEVEL);
  }

  /**
   * {@return a table of one figure, one line per parameter: the value of each estimator, and how
   * much larger it is than that of the first one, with its 95 % interval}
   *
   * @param metric the figure
   * @throws IllegalArgumentException if it needs standard deviations that an estimator does not
   *     predict
   */
  public Table table(Metric metric) {
    List<String> names = names();
    List<String> header =
        new ArrayList<>(List.of("parameter", metric.label() + ": " + names.get(0)));
    for (String name : names.subList(1, names.size())) {
      header.addAll(List.of(name, "difference", "95 %"));
    }
    Table table = Table.of(header.toArray(String[]::new));
    for (Parameter parameter : first().truth().parameters()) {
      table = table.row(row(parameter, metric).toArray(String[]::new));
    }
    return table;
  }

  private List<String> row(Parameter parameter, Metric metric) {
    List<String> names = names();
    List<String> row =
        new ArrayList<>(List.of(parameter.toString(), value(names.get(0), parameter, metric)));
    for (String name : names.subList(1, names.size())) {
      ConfidenceInterval difference = difference(name, names.get(0), parameter, metric);
      row.add(value(name, parameter, metric));
      row.add(RecoveryReport.text(metric, difference.value()));
      row.add(
          RecoveryReport.text(metric, difference.low())
              + " .. "
              + RecoveryReport.text(metric, difference.high()));
    }
    return row;
  }

  private String value(String name, Parameter parameter, Metric metric) {
    Pairs pairs = report(name).pairs(parameter, metric);
    return RecoveryReport.text(metric, metric.of(pairs, pairs.once()));
  }

  /**
   * {@return a figure of one metric without a unit: the parameters side by side, a bar for each
   * estimator}
   *
   * @param metric the figure; one without a unit
   * @throws IllegalArgumentException if the metric has the unit of the parameters, which differ, or
   *     needs standard deviations that an estimator does not predict
   */
  public Figure figure(Metric metric) {
    if (metric.hasUnit()) {
      throw new IllegalArgumentException(
          metric.label() + " of different parameters has different units; use the table");
    }
    List<Parameter> parameters = first().truth().parameters();
    double[] places = IntStream.range(0, parameters.size()).asDoubleStream().toArray();
    Panel panel =
        Panel.of("", "parameter", metric.label() + " (1)")
            .categories(parameters.stream().map(Parameter::symbol).toArray(String[]::new));
    for (String name : names()) {
      double[] heights =
          parameters.stream()
              .map(parameter -> report(name).pairs(parameter, metric))
              .mapToDouble(pairs -> finite(metric.of(pairs, pairs.once())))
              .toArray();
      panel = panel.bars(name, places, heights);
    }
    return Figure.of(panel);
  }

  /** A correlation that is not defined has no bar. */
  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  /** {@return one line: the mean correlation of each estimator} */
  @Override
  public String toString() {
    return reports.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), meanCorrelation(e.getValue())))
        .collect(
            Collectors.joining(
                ", ",
                "RecoveryComparison[" + first().simulations() + " simulations; mean r: ",
                "]"));
  }

  private static double meanCorrelation(RecoveryReport report) {
    return report.scores().stream()
        .mapToDouble(RecoveryReport.Score::pearson)
        .average()
        .orElseThrow();
  }
}
