package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * How well parameters were recovered: estimates beside the truth. Immutable.
 *
 * <p>{@link #table()} has all figures with bootstrap intervals, {@link #figure()} shows every
 * simulation.
 */
public final class RecoveryReport {
  private static final double LEVEL = 0.95;
  private static final long SEED = 1;
  private static final int COLUMNS = 3;
  private static final int MOST_GROUPS = 10;
  private static final int LEAST_IN_GROUP = 20;

  private final ParameterTable truth;
  private final Prediction prediction;
  private final List<Score> scores;

  private RecoveryReport(ParameterTable truth, Prediction prediction) {
    this.truth = truth;
    this.prediction = prediction;
    List<Score> all = new ArrayList<>();
    for (Parameter parameter : truth.parameters()) {
      all.add(score(parameter, pairs(parameter)));
    }
    this.scores = List.copyOf(all);
  }

  /**
   * Compares estimates with the truth.
   *
   * @param truth one row per simulation, in the units of the parameters
   * @param estimates of the same simulations and parameters
   * @return the figures of each parameter
   * @throws ShapeException if rows or parameters differ
   * @throws IllegalArgumentException if there are no rows
   */
  public static RecoveryReport of(ParameterTable truth, ParameterTable estimates) {
    return of(truth, Prediction.of(estimates));
  }

  /**
   * Compares estimates with the truth, and their standard deviations, if there are any, with the
   * errors.
   *
   * @param truth one row per simulation, in the units of the parameters
   * @param prediction of the same simulations and parameters
   * @return the figures of each parameter
   * @throws ShapeException if rows or parameters differ
   * @throws IllegalArgumentException if there are no rows
   */
  public static RecoveryReport of(ParameterTable truth, Prediction prediction) {
    ParameterTable estimates = prediction.mean();
    if (truth.size() == 0) {
      throw new IllegalArgumentException("there are no simulations to evaluate");
    }
    if (truth.size() != estimates.size() || !truth.parameters().equals(estimates.parameters())) {
      throw new ShapeException("estimates", truth + ", as the truth", estimates.toString());
    }
    return new RecoveryReport(truth, prediction);
  }

  /**
   * How well one parameter was recovered; {@link Metric} says what the figures are. Correlations
   * are NaN where truth or estimates are constant.
   *
   * @param parameter the parameter
   * @param pearson see {@link Metric#PEARSON}
   * @param spearman see {@link Metric#SPEARMAN}
   * @param r2 see {@link Metric#R2}
   * @param rmse see {@link Metric#RMSE}; in the unit of the parameter
   * @param bias see {@link Metric#BIAS}; in the unit of the parameter
   * @param z see {@link Metric#Z}; empty if no standard deviations were predicted
   * @param coverage see {@link Metric#COVERAGE}; empty if no standard deviations were predicted
   */
  public record Score(
      Parameter parameter,
      double pearson,
      double spearman,
      double r2,
      double rmse,
      double bias,
      OptionalDouble z,
      OptionalDouble coverage) {

    @Override
    public String toString() {
      String unit = parameter.unit().equals("1") ? "" : " " + parameter.unit();
      return String.format(
              Locale.ROOT,
              "%s: r %.3f, Spearman %.3f, R2 %.3f, RMSE %.4g%s, bias %.4g%s",
              parameter.symbol(),
              pearson,
              spearman,
              r2,
              rmse,
              unit,
              bias,
              unit)
          + (z.isPresent()
              ? String.format(
                  Locale.ROOT,
                  ", rms z %.3f, in 90 %% %.3f",
                  z.getAsDouble(),
                  coverage.orElseThrow())
              : "");
    }
  }

  private Score score(Parameter parameter, Pairs pairs) {
    int[] once = pairs.once();
    return new Score(
        parameter,
        Metric.PEARSON.of(pairs, once),
        Metric.SPEARMAN.of(pairs, once),
        Metric.R2.of(pairs, once),
        Metric.RMSE.of(pairs, once),
        Metric.BIAS.of(pairs, once),
        ifSd(Metric.Z, pairs, once),
        ifSd(Metric.COVERAGE, pairs, once));
  }

  private OptionalDouble ifSd(Metric metric, Pairs pairs, int... once) {
    return hasSd() ? OptionalDouble.of(metric.of(pairs, once)) : OptionalDouble.empty();
  }

  private boolean hasSd() {
    return prediction.sd().isPresent();
  }

  /** {@return the simulations that were tested, with the true parameters} */
  public ParameterTable truth() {
    return truth;
  }

  /** {@return the estimates, with their standard deviations if there are any} */
  public Prediction prediction() {
    return prediction;
  }

  /** {@return the number of pairs of truth and estimate} */
  public int simulations() {
    return truth.size();
  }

  /** {@return one score per parameter, in column order} */
  public List<Score> scores() {
    return scores;
  }

  /**
   * {@return the score of one parameter}
   *
   * @param parameter one of those estimated
   * @throws IllegalArgumentException if it was not estimated
   */
  public Score score(Parameter parameter) {
    return scores.get(column(parameter));
  }

  private int column(Parameter parameter) {
    int j = truth.parameters().indexOf(parameter);
    if (j < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " here; there are " + truth.parameters());
    }
    return j;
  }

  /**
   * {@return the 95 % bootstrap interval of a figure: percentiles over 1000 resamples of the
   * simulations, drawn with seed 1}
   *
   * @param parameter one of those estimated
   * @param metric the figure
   * @throws IllegalArgumentException if the parameter was not estimated, or the figure needs
   *     standard deviations and there are none
   */
  public ConfidenceInterval interval(Parameter parameter, Metric metric) {
    return interval(parameter, metric, LEVEL, SEED);
  }

  /**
   * {@return a percentile bootstrap interval of a figure, over 1000 resamples of the simulations}
   *
   * @param parameter one of those estimated
   * @param metric the figure
   * @param level in (0, 1)
   * @param seed decides the resamples
   * @throws IllegalArgumentException as {@link #interval(Parameter, Metric)} does, and if the level
   *     is outside (0, 1)
   * @see <a href="https://doi.org/10.1201/9780429246593">Efron &amp; Tibshirani (1993)</a>
   */
  public ConfidenceInterval interval(Parameter parameter, Metric metric, double level, long seed) {
    Pairs pairs = pairs(parameter, metric);
    return new Bootstrap(simulations(), seed).interval(c -> metric.of(pairs, c), level);
  }

  /** Returns the pairs of a parameter, of which {@code metric} can be had. */
  Pairs pairs(Parameter parameter, Metric metric) {
    if (metric.needsSd() && !hasSd()) {
      throw new IllegalArgumentException(
          metric.label()
              + " of "
              + parameter.symbol()
              + " needs predicted standard deviations; train with Loss.GAUSSIAN");
    }
    return pairs(parameter);
  }

  private Pairs pairs(Parameter parameter) {
    column(parameter);
    return new Pairs(
        truth.column(parameter),
        prediction.mean().column(parameter),
        prediction.sd().map(sd -> sd.column(parameter)).orElse(null));
  }

  /** Returns the metrics that can be had of these estimates. */
  List<Metric> metrics() {
    return List.of(Metric.values()).stream().filter(m -> hasSd() || !m.needsSd()).toList();
  }

  /** {@return a table, one line per parameter: each figure with its 95 % interval} */
  public Table table() {
    List<String> header = new ArrayList<>(List.of("parameter", "unit"));
    for (Metric metric : metrics()) {
      header.addAll(List.of(metric.label(), "95 %"));
    }
    Table table = Table.of(header.toArray(String[]::new));
    for (Parameter parameter : truth.parameters()) {
      List<String> row = new ArrayList<>(List.of(parameter.symbol(), parameter.unit()));
      for (Metric metric : metrics()) {
        ConfidenceInterval interval = interval(parameter, metric);
        row.add(text(metric, interval.value()));
        row.add(text(metric, interval.low()) + " .. " + text(metric, interval.high()));
      }
      table = table.row(row.toArray(String[]::new));
    }
    return table;
  }

  static String text(Metric metric, double value) {
    return String.format(Locale.ROOT, metric.hasUnit() ? "%.3g" : "%.3f", value);
  }

  /**
   * {@return a figure, one panel per parameter: each estimate over its truth, the line on which
   * they are equal and, from 40 simulations on, the interval that holds 90 % of the estimates, in
   * up to ten groups of like truth}
   */
  public Figure figure() {
    List<Panel> panels = truth.parameters().stream().map(parameter -> panel(parameter)).toList();
    return Figure.grid("Recovery of " + simulations() + " simulations", COLUMNS, panels);
  }

  private Panel panel(Parameter parameter) {
    double[] x = truth.column(parameter);
    double[] y = prediction.mean().column(parameter);
    int[] finite =
        IntStream.range(0, x.length)
            .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
            .toArray();
    String unit = " (" + parameter.unit() + ")";
    String title =
        String.format(Locale.ROOT, "%s: r %.3f", parameter.symbol(), score(parameter).pearson());
    Panel panel =
        Panel.of(title, "true" + unit, "estimated" + unit)
            .points("", pick(x, finite), pick(y, finite))
            .identityLine();
    return withInterval(panel, pick(x, finite), pick(y, finite));
  }

  /** The interval that holds 90 % of the estimates, in groups of neighbours. */
  private static Panel withInterval(Panel panel, double[] truth, double[] estimates) {
    int groups = Math.min(MOST_GROUPS, truth.length / LEAST_IN_GROUP);
    if (groups < 2) {
      return panel;
    }
    int[] rising =
        IntStream.range(0, truth.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> truth[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] middle = new double[groups];
    double[] low = new double[groups];
    double[] high = new double[groups];
    for (int g = 0; g < groups; g++) {
      int[] rows =
          Arrays.copyOfRange(rising, g * rising.length / groups, (g + 1) * rising.length / groups);
      double[] sorted = pick(estimates, rows);
      Arrays.sort(sorted);
      middle[g] = truth[rows[rows.length / 2]];
      low[g] = sorted[(int) Math.round(0.05 * (sorted.length - 1))];
      high[g] = sorted[(int) Math.round(0.95 * (sorted.length - 1))];
    }
    return panel.band("", middle, low, high);
  }

  private static double[] pick(double[] values, int... rows) {
    return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
  }

  /** {@return one line: how many simulations, and the correlation of each parameter} */
  @Override
  public String toString() {
    return scores.stream()
        .map(s -> String.format(Locale.ROOT, "%s %.3f", s.parameter().symbol(), s.pearson()))
        .collect(
            Collectors.joining(", ", "RecoveryReport[" + simulations() + " simulations; r: ", "]"));
  }
}
