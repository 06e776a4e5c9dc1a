package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Table;

/**
 * How well an estimator recovers parameters of simulations that it was not fitted to, each
 * simulation being tested once.
 *
 * @param all truths and estimates of all simulations, fold after fold
 * @param folds the report of each fold
 */
public record CrossValidation(RecoveryReport all, List<RecoveryReport> folds) {

  /**
   * Copies the folds.
   *
   * @param all fold after fold
   * @param folds one report each
   */
  public CrossValidation {
    folds = List.copyOf(folds);
  }

  /**
   * Shuffles the finite simulations and cuts them into folds. Each fold is tested by an estimator
   * that was fitted to all others but the one after it, which is its validation set.
   *
   * @param <X> the kind of observation
   * @param estimator fitted {@code folds} times
   * @param data simulations
   * @param folds at least 3
   * @param seed decides which simulations are in which fold
   * @return the report of each fold, and one over all simulations
   * @throws IllegalArgumentException if there are fewer than 3 folds, or fewer finite simulations
   *     than folds
   */
  public static <X extends Observations> CrossValidation run(
      Estimator<? super X> estimator, Dataset<X> data, int folds, long seed) {
    Dataset<X> finite = data.finite();
    List<int[]> parts = parts(finite, folds, seed);
    List<RecoveryReport> reports = new ArrayList<>();
    for (int k = 0; k < folds; k++) {
      int next = (k + 1) % folds;
      int test = k;
      int[] train =
          IntStream.range(0, folds)
              .filter(fold -> fold != test && fold != next)
              .boxed()
              .flatMapToInt(fold -> Arrays.stream(parts.get(fold)))
              .toArray();
      try (FittedEstimator<X> fitted =
          fit(estimator, finite.select(train), finite.select(parts.get(next)))) {
        reports.add(fitted.evaluate(finite.select(parts.get(k))));
      }
    }
    return new CrossValidation(pooled(reports), reports);
  }

  private static <Y extends Observations, X extends Y> FittedEstimator<X> fit(
      Estimator<Y> estimator, Dataset<X> train, Dataset<X> validation) {
    return estimator.fit(train, validation);
  }

  private static List<int[]> parts(Dataset<?> data, int folds, long seed) {
    if (folds < 3 || data.size() < folds) {
      throw new IllegalArgumentException(
          "cross-validation needs at least 3 folds (for training, validation and testing) and as"
              + " many finite simulations, but there were "
              + folds
              + " folds and "
              + data.size()
              + " finite simulations");
    }
    int[] order = IntStream.range(0, data.size()).toArray();
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), order);
    return IntStream.range(0, folds)
        .mapToObj(
            k ->
                Arrays.copyOfRange(
                    order, bound(k, order.length, folds), bound(k + 1, order.length, folds)))
        .toList();
  }

  private static int bound(int fold, int size, int folds) {
    return (int) ((long) fold * size / folds);
  }

  private static RecoveryReport pooled(List<RecoveryReport> reports) {
    List<ParameterTable> sds =
        reports.stream().flatMap(report -> report.prediction().sd().stream()).toList();
    Optional<ParameterTable> sd =
        sds.size() == reports.size() ? Optional.of(joined(sds)) : Optional.empty();
    ParameterTable mean = joined(reports.stream().map(r -> r.prediction().mean()).toList());
    ParameterTable truth = joined(reports.stream().map(RecoveryReport::truth).toList());
    return RecoveryReport.of(truth, new Prediction(mean, sd));
  }

  private static ParameterTable joined(List<ParameterTable> tables) {
    double[][] rows =
        tables.stream()
            .flatMap(table -> IntStream.range(0, table.size()).mapToObj(table::row))
            .toArray(double[][]::new);
    return ParameterTable.of(tables.get(0).parameters(), rows);
  }

  /**
   * {@return a table, one line per parameter: mean and standard deviation of each figure over the
   * folds}
   */
  public Table table() {
    Table table = Table.of("parameter", "unit", "r", "Spearman", "R2", "RMSE", "bias");
    for (Parameter parameter : all.truth().parameters()) {
      table =
          table.row(
              parameter.symbol(),
              parameter.unit(),
              spread(parameter, Metric.PEARSON),
              spread(parameter, Metric.SPEARMAN),
              spread(parameter, Metric.R2),
              spread(parameter, Metric.RMSE),
              spread(parameter, Metric.BIAS));
    }
    return table;
  }

  private String spread(Parameter parameter, Metric metric) {
    double[] values =
        folds.stream()
            .map(fold -> fold.pairs(parameter, metric))
            .mapToDouble(pairs -> metric.of(pairs, pairs.once()))
            .toArray();
    double sd = Statistics.sd(values) * Math.sqrt(values.length / (values.length - 1.0));
    return RecoveryReport.text(metric, Statistics.mean(values))
        + " ± "
        + RecoveryReport.text(metric, sd);
  }

  /** {@return one line: folds, simulations, and the correlation of each parameter over all} */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "CrossValidation[%d folds; %s]", folds.size(), all);
  }
}
