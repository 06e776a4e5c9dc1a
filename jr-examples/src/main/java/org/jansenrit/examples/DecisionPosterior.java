package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Calibration;
import org.jansenrit.sbi.diagnostics.CalibrationReport;

/**
 * What can be known of the parameters from one experiment.
 *
 * @param experiment the experiment
 * @param calibration of the posterior, on simulations that training has not seen
 * @param widths expected posterior standard deviation over that of the prior, by parameter: 1 if
 *     nothing is learnt
 * @param correlation median posterior correlation of J_ll and beta
 * @param draws from the posterior given the observation at the standard parameters
 */
record DecisionPosterior(
    DecisionExperiment experiment,
    CalibrationReport calibration,
    List<Double> widths,
    double correlation,
    ParameterTable draws) {
  private static final int RANKED = 999;

  private static final int SHOWN = 1500;
  private static final int PRIOR_DRAWS = 20_000;
  private static final int WIDTHS = 200;

  /**
   * Learns a posterior from all of {@code data} but the first {@code held} simulations. The
   * features are read as they are: along principal components, each at its own scale, those that
   * are mostly noise weigh as much as the others, and the network is worse by a nat.
   *
   * @param observed one observation of the experiment
   * @param effort share of the epochs of a full run
   */
  static DecisionPosterior of(
      DecisionExperiment experiment,
      Dataset<Features> data,
      int held,
      Features observed,
      double effort) {
    Dataset<Features> test = data.select(IntStream.range(0, held).toArray());
    Dataset<Features> train = data.select(IntStream.range(held, data.size()).toArray());
    int epochs = (int) Math.max(2, Math.round(200 * effort));
    Training training =
        Training.standard()
            .epochs(epochs)
            .patience(40)
            .batchSize(100)
            .learningRate(4e-3)
            .weightDecay(1e-4);
    Snpe<Observations> recipe =
        Snpe.of(experiment.prior()).density(experiment.density()).training(training);
    try (AmortizedPosterior<Features> amortized =
        (experiment.heavyTails() ? recipe.heavyTails() : recipe).fit(train)) {
      List<double[][]> covariances = covariances(amortized, test);
      return new DecisionPosterior(
          experiment,
          Calibration.run(amortized, test, RANKED, 5),
          widths(experiment.prior(), covariances),
          correlation(experiment.free(), covariances),
          amortized.given(observed).sample(SHOWN, 7));
    }
  }

  private static List<double[][]> covariances(
      AmortizedPosterior<Features> amortized, Dataset<Features> test) {
    int[] some = IntStream.range(0, Math.min(WIDTHS, test.size())).toArray();
    return amortized.givenEach(test.select(some).x()).stream().map(Posterior::covariance).toList();
  }

  private static List<Double> widths(Prior prior, List<double[][]> covariances) {
    ParameterTable draws = prior.sample(PRIOR_DRAWS, 1);
    return IntStream.range(0, prior.parameters().size())
        .mapToObj(
            j -> {
              double posterior =
                  covariances.stream().mapToDouble(c -> Math.sqrt(c[j][j])).average().orElseThrow();
              return posterior / sd(draws.column(prior.parameters().get(j)));
            })
        .toList();
  }

  private static double sd(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  private static double correlation(List<Parameter> free, List<double[][]> covariances) {
    int a = free.indexOf(WongWang.J_LL);
    int b = free.indexOf(WongWang.BETA);
    double[] all =
        covariances.stream()
            .mapToDouble(c -> c[a][b] / Math.sqrt(c[a][a] * c[b][b]))
            .sorted()
            .toArray();
    return all[all.length / 2];
  }

  /** Returns the expected posterior standard deviation of {@code p} over that of the prior. */
  double width(Parameter p) {
    return widths.get(experiment.free().indexOf(p));
  }

  /** Returns the largest error of the share of truths inside central intervals. */
  double intervalError() {
    return calibration.coverage().rows().stream()
        .mapToDouble(row -> Math.abs(row.share() - row.level()))
        .max()
        .orElseThrow();
  }
}
