package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;

/** An estimator that looks at the training set many times, and can be shown another one each. */
abstract class IterativeEstimator<X extends Observations> implements Estimator<X> {

  @Override
  public <Z extends X> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    return fit(Epochs.same(train), validation);
  }

  abstract <Z extends X> FittedEstimator<Z> fit(Epochs<Z> train, Dataset<Z> validation);

  /** Fits any estimator; one that looks at the training set once sees one epoch. */
  static <X extends Observations, Z extends X> FittedEstimator<Z> fit(
      Estimator<X> estimator, Epochs<Z> train, Dataset<Z> validation) {
    return estimator instanceof IterativeEstimator<X> iterative
        ? iterative.fit(train, validation)
        : estimator.fit(train.epoch(1), validation);
  }
}
