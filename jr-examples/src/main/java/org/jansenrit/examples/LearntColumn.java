package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.analysis.PosteriorShape;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Snpe;

/**
 * What ridge regression, a network and a posterior say of some columns, in the coordinates z in
 * which the prior is standard normal.
 */
final class LearntColumn {
  private static final int COMPONENTS = 80;
  private static final int DRAWS = 500;
  private static final double EDGE = 3;

  private final Prior prior = new ProjectedColumn().prior();
  private final Dataset<TimeSeries> test;
  private final ParameterTable ridge;
  private final ParameterTable mlp;
  private final List<PosteriorShape> posteriors = new ArrayList<>();

  private LearntColumn(Dataset<TimeSeries> train, Dataset<TimeSeries> test, boolean small) {
    this.test = test;
    var components = Transform.principalComponents(COMPONENTS);
    Training training = Training.standard().epochs(small ? 3 : 40).batchSize(100).seed(1);
    Dataset.Split<TimeSeries> parts = train.split(0.9, 0.1, 1);
    try (FittedEstimator<TimeSeries> fitted =
        Estimators.ridge().after(components).fit(parts.train(), parts.validation())) {
      this.ridge = fitted.predict(test.x());
    }
    try (FittedEstimator<TimeSeries> fitted =
        Estimators.mlp(256, 256)
            .training(training)
            .after(components)
            .fit(parts.train(), parts.validation())) {
      this.mlp = fitted.predict(test.x());
    }
    try (AmortizedPosterior<TimeSeries> amortized =
        Snpe.of(prior)
            .density(new MixtureDensity(8, 128))
            .training(training)
            .after(components)
            .fit(train)) {
      for (int i = 0; i < test.size(); i++) {
        ParameterTable draws = amortized.given(test.x().select(i)).sample(DRAWS, i);
        posteriors.add(PosteriorShape.of(prior, draws));
      }
    }
  }

  static LearntColumn of(Dataset<TimeSeries> train, Dataset<TimeSeries> test, boolean small) {
    return new LearntColumn(train, test, small);
  }

  double[] truth(int i) {
    return prior.toNormal(test.theta().row(i));
  }

  double[] observed(int i) {
    return test.x().row(i);
  }

  double[] ridge(int i) {
    return inNormal(ridge.row(i));
  }

  double[] mlp(int i) {
    return inNormal(mlp.row(i));
  }

  PosteriorShape posterior(int i) {
    return posteriors.get(i);
  }

  /** An estimate outside the prior counts as one three prior sds out. */
  private double[] inNormal(double... estimate) {
    double[] low = prior.fromNormal(filled(estimate.length, -EDGE));
    double[] high = prior.fromNormal(filled(estimate.length, EDGE));
    double[] inside = estimate.clone();
    for (int j = 0; j < inside.length; j++) {
      inside[j] = Math.max(low[j], Math.min(high[j], inside[j]));
    }
    return prior.toNormal(inside);
  }

  private static double[] filled(int length, double value) {
    double[] all = new double[length];
    java.util.Arrays.fill(all, value);
    return all;
  }
}
