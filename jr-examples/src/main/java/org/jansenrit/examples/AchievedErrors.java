package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.PosteriorShape;
import org.jansenrit.core.analysis.PriorBound;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.Snpe;

/** What estimators and posteriors achieve, beside the best that anything can. */
final class AchievedErrors {
  private static final int COMPONENTS = 40;
  private static final int SHOWN = 100;
  private static final double RATE = 250;

  private final Prior prior;
  private final Dataset<TimeSeries> train;
  private final Dataset<TimeSeries> test;
  private final PriorBound bound;

  private AchievedErrors(RecoveryExperiment experiment, boolean small) {
    this.prior = experiment.prior();
    this.train = experiment.simulator().sample(prior, small ? 200 : 8_000, 11).finite();
    this.test = experiment.simulator().sample(prior, small ? 40 : 500, 12).finite();
    double sd = 0.2 * Math.sqrt(RATE / 1000) / Math.sqrt(59);
    this.bound =
        Identifiability.of(
                experiment.simulation(), experiment.erp().sensorNoise(SensorNoise.none()))
            .noise(sd)
            .over(prior, small ? 3 : 60, 13);
  }

  static Study run(Study study, boolean small) {
    RecoveryExperiment experiment =
        RecoveryExperiment.consistentUnits().physiologicalRanges().rate(hz(RATE));
    return new AchievedErrors(experiment, small).addTo(study, small);
  }

  private Study addTo(Study study, boolean small) {
    var components = Transform.principalComponents(COMPONENTS);
    Dataset.Split<TimeSeries> parts = train.split(0.9, 0.1, 1);
    Training training = Training.standard().epochs(small ? 5 : 60).batchSize(200).seed(1);
    double[] ridge;
    double[] mlp;
    try (FittedEstimator<TimeSeries> fitted =
        Estimators.ridge().after(components).fit(parts.train(), parts.validation())) {
      ridge = errors(fitted.predict(test.x()));
    }
    try (FittedEstimator<TimeSeries> fitted =
        Estimators.mlp(256, 256)
            .training(training)
            .after(components)
            .fit(parts.train(), parts.validation())) {
      mlp = errors(fitted.predict(test.x()));
    }
    List<PosteriorShape> posteriors = new ArrayList<>();
    try (AmortizedPosterior<TimeSeries> amortized =
        Snpe.of(prior)
            .density(new MixtureDensity(8, 128))
            .training(training)
            .after(components)
            .fit(train)) {
      for (int i = 0; i < Math.min(SHOWN, test.size()); i++) {
        Posterior posterior = amortized.given(test.x().select(i));
        posteriors.add(PosteriorShape.of(prior, posterior.sample(500, i)));
      }
    }
    return page(study, ridge, mlp, posteriors);
  }

  /** Root mean square errors in the coordinates in which the prior is standard normal. */
  private double[] errors(ParameterTable estimates) {
    double[] squares = new double[prior.parameters().size()];
    for (int i = 0; i < test.size(); i++) {
      double[] truth = prior.toNormal(test.theta().row(i));
      double[] found = prior.toNormal(inside(estimates.row(i)));
      for (int j = 0; j < squares.length; j++) {
        squares[j] += Math.pow(found[j] - truth[j], 2) / test.size();
      }
    }
    double[] errors = new double[squares.length];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = Math.sqrt(squares[j]);
    }
    return errors;
  }

  /** An estimate outside the prior counts as one three prior sds out. */
  private double[] inside(double[] estimate) {
    double[] low = prior.fromNormal(filled(estimate.length, -3));
    double[] high = prior.fromNormal(filled(estimate.length, 3));
    for (int j = 0; j < estimate.length; j++) {
      estimate[j] = Math.max(low[j], Math.min(high[j], estimate[j]));
    }
    return estimate;
  }

  private static double[] filled(int length, double value) {
    double[] all = new double[length];
    java.util.Arrays.fill(all, value);
    return all;
  }

  private Study page(Study study, double[] ridge, double[] mlp, List<PosteriorShape> posteriors) {
    Table table = Table.of("error / sd of the prior", "ridge", "MLP", "posterior", "best possible");
    Results results = study.results();
    for (int j = 0; j < ridge.length; j++) {
      Parameter p = prior.parameters().get(j);
      double shrinkage =
          posteriors.stream().mapToDouble(shape -> shape.shrinkage(p)).average().orElse(0);
      double sd = Math.sqrt(Math.max(0, 1 - shrinkage));
      table =
          table.row(p.symbol(), format(ridge[j]), format(mlp[j]), format(sd), format(bound.sd(p)));
      results = results.figure("error of the MLP/" + p.symbol(), mlp[j], "prior sd");
      results = results.figure("sd of the posterior/" + p.symbol(), sd, "prior sd");
      results = results.figure("best possible error/" + p.symbol(), bound.sd(p), "prior sd");
    }
    List<Direction> directions = posteriors.get(0).directions();
    String words =
        "%d simulations, physiological ranges, C known, 250 Hz; the bound averages over %d draws from the prior, %d more left out, where derivatives mean nothing. The worst known direction of the first test simulation, by its posterior: %s; B and a_4 are correlated by %.2f in it."
            .formatted(
                train.size(),
                bound.draws() - bound.leftOut(),
                bound.leftOut(),
                directions.get(directions.size() - 1).inWords(),
                posteriors.get(0).correlation(JansenRit.B, JansenRit.A_4));
    return study
        .with(results)
        .section("Achieved errors, beside the best possible", words)
        .with(table);
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
