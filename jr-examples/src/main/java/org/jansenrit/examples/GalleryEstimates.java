package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.Candidate;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.Hyperparameter;
import org.jansenrit.inference.Metric;
import org.jansenrit.inference.RecoveryComparison;
import org.jansenrit.inference.SuccessiveHalving;
import org.jansenrit.inference.training.Training;

/** Figures of estimators: how they learn, what they recover, which is better. */
final class GalleryEstimates {
  private static final Transform<Observations, Features> REDUCE = Transform.principalComponents(20);

  private final boolean small;
  private final Dataset<TimeSeries> train;
  private final Dataset<TimeSeries> validation;
  private final Dataset<TimeSeries> fresh;

  GalleryEstimates(boolean small) {
    this.small = small;
    var parts =
        GalleryExperiment.simulator()
            .sample(GalleryExperiment.PRIOR, small ? 400 : 4_000, 1)
            .split(0.8, 0.1, 3);
    this.train = parts.train();
    this.validation = parts.validation();
    this.fresh = parts.test();
  }

  List<GalleryItem> items() {
    FittedEstimator<TimeSeries> fitted =
        mlp(GalleryExperiment.training(small)).fit(train, validation);
    return List.of(learning(fitted), recovery(fitted), comparison(fitted), search());
  }

  private static Estimator<Observations> mlp(Training training) {
    return Estimators.mlp(64).training(training).after(REDUCE);
  }

  private GalleryItem learning(FittedEstimator<TimeSeries> fitted) {
    return new GalleryItem(
        "Learning curves",
        "fitted.history().get().figure()",
        "Losses of training and validation; the dashed line is the epoch that was kept.",
        fitted.history().orElseThrow().figure());
  }

  private GalleryItem recovery(FittedEstimator<TimeSeries> fitted) {
    return new GalleryItem(
        "Recovery",
        "fitted.evaluate(fresh).figure()",
        "Estimates over the truth; the band holds 90 % of the estimates.",
        fitted.evaluate(fresh).figure());
  }

  private GalleryItem comparison(FittedEstimator<TimeSeries> fitted) {
    FittedEstimator<TimeSeries> ridge = Estimators.ridge().after(REDUCE).fit(train, validation);
    return new GalleryItem(
        "Estimators compared",
        "RecoveryComparison.of(\"ridge\", ridge.evaluate(fresh))\n"
            + "    .and(\"MLP\", fitted.evaluate(fresh)).figure(Metric.PEARSON)",
        "Correlation of estimates and truth, per parameter and estimator.",
        RecoveryComparison.of("ridge", ridge.evaluate(fresh))
            .and("MLP", fitted.evaluate(fresh))
            .figure(Metric.PEARSON));
  }

  private GalleryItem search() {
    return new GalleryItem(
        "Search for hyper-parameters",
        "SuccessiveHalving.over(Hyperparameter.logUniform(\"rate\", 1e-4, 1e-1))\n"
            + "    .candidates(9).epochs(2, 18).run(recipe, train, validation, 1).figure()",
        "Each line is a candidate; the better ones train on.",
        SuccessiveHalving.over(Hyperparameter.logUniform("rate", 1e-4, 1e-1))
            .candidates(small ? 3 : 9)
            .epochs(small ? 1 : 2, small ? 3 : 18)
            .run(GalleryEstimates::candidate, train, validation, 1)
            .figure());
  }

  private static Estimator<Observations> candidate(Candidate candidate, Training training) {
    return mlp(training.learningRate(candidate.number("rate")));
  }
}
