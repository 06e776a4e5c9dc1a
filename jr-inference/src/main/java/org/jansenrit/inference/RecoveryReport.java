package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;

/**
 * How well parameters were recovered.
 *
 * @param simulations number of pairs of truth and estimate
 * @param scores one per parameter, in column order
 */
public record RecoveryReport(int simulations, List<Score> scores) {

  /** Copies the scores. */
  public RecoveryReport {
    scores = List.copyOf(scores);
  }

  /**
   * How well one parameter was recovered. Correlations are NaN where truth or estimates are
   * constant.
   *
   * @param parameter the parameter
   * @param pearson linear correlation of estimate and truth, in [-1, 1]
   * @param spearman correlation of their ranks, equal values sharing a mean rank, in [-1, 1]
   * @param r2 share of the variance of the truth that is explained: 1 is perfect, 0 is as good as
   *     the mean of the truth, less is worse
   * @param rmse root of the mean squared error, in the unit of the parameter
   */
  public record Score(
      Parameter parameter, double pearson, double spearman, double r2, double rmse) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: r %.3f, Spearman %.3f, R2 %.3f, RMSE %s",
          parameter.symbol(),
          pearson,
          spearman,
          r2,
          rmseWithUnit());
    }

    private String rmseWithUnit() {
      String unit = parameter.unit().equals("1") ? "" : " " + parameter.unit();
      return String.format(Locale.ROOT, "%.4g", rmse) + unit;
    }
  }

  /**
   * Compares estimates with the truth.
   *
   * @throws ShapeException if rows or parameters differ
   * @throws IllegalArgumentException if there are no rows
   */
  public static RecoveryReport of(ParameterTable truth, ParameterTable estimates) {
    if (truth.size() == 0) {
      throw new IllegalArgumentException("there are no simulations to evaluate");
    }
    if (truth.size() != estimates.size() || !truth.parameters().equals(estimates.parameters())) {
      throw new ShapeException("estimates", truth + ", as the truth", estimates.toString());
    }
    List<Score> scores = new ArrayList<>();
    for (Parameter parameter : truth.parameters()) {
      scores.add(score(parameter, truth.column(parameter), estimates.column(parameter)));
    }
    return new RecoveryReport(truth.size(), scores);
  }

  private static Score score(Parameter parameter, double[] truth, double[] estimate) {
    return new Score(
        parameter,
        Statistics.pearson(truth, estimate),
        Statistics.spearman(truth, estimate),
        Statistics.r2(truth, estimate),
        Statistics.rmse(truth, estimate));
  }

  /**
   * Returns the score of one parameter.
   *
   * @throws IllegalArgumentException if it was not estimated
   */
  public Score score(Parameter parameter) {
    return scores.stream()
        .filter(score -> score.parameter().equals(parameter))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter "
                        + parameter
                        + " here; there are "
                        + scores.stream().map(Score::parameter).toList()));
  }

  /** Returns a table, one line per parameter. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("recovery of " + simulations + " simulations\n");
    text.append(line("parameter", "r", "Spearman", "R2", "RMSE"));
    for (Score s : scores) {
      text.append('\n')
          .append(
              line(
                  s.parameter().symbol(),
                  three(s.pearson()),
                  three(s.spearman()),
                  three(s.r2()),
                  s.rmseWithUnit()));
    }
    return text.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-10s %7s %9s %8s   %s", cells);
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
