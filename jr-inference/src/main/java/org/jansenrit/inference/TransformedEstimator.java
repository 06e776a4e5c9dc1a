package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/** A transform, then an estimator. */
record TransformedEstimator<W extends Observations, Y extends Observations>(
    Transform<W, Y> transform, Estimator<? super Y> estimator) implements Estimator<W> {

  @Override
  public <Z extends W> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    TrainingPair.require(train, validation);
    Transform.Fitted<W, Y> fitted = transform.fit(train.x());
    FittedEstimator<Y> inner =
        estimator.fit(transformed(fitted, train), transformed(fitted, validation));
    return new FittedAfter<>(fitted, inner, train.x().empty());
  }

  private static <W extends Observations, Z extends W, Y extends Observations>
      Dataset<Y> transformed(Transform.Fitted<W, Y> transform, Dataset<Z> data) {
    return new Dataset<>(data.theta(), transform.apply(data.x()), data.provenance());
  }

  @Override
  public String toString() {
    return estimator + " after " + transform;
  }
}
