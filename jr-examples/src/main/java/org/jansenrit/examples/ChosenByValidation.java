package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.FittedEstimator;

/**
 * Of several networks, the one with the least loss on the validation set.
 *
 * @param candidates recipes that keep the history of their training
 */
record ChosenByValidation(List<Estimator<TimeSeries>> candidates) implements Estimator<TimeSeries> {

  @Override
  public <Z extends TimeSeries> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    FittedEstimator<Z> best = null;
    for (Estimator<TimeSeries> candidate : candidates) {
      FittedEstimator<Z> fitted = candidate.fit(train, validation);
      if (best == null) {
        best = fitted;
      } else if (loss(fitted) < loss(best)) {
        best.close();
        best = fitted;
      } else {
        fitted.close();
      }
    }
    return best;
  }

  private static double loss(FittedEstimator<?> fitted) {
    return fitted.history().orElseThrow().best().validationLoss();
  }
}
