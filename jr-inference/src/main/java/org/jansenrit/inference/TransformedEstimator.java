package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/** A transform, then an estimator. */
final class TransformedEstimator<W extends Observations, Y extends Observations>
    extends IterativeEstimator<W> {
  private final Transform<W, Y> transform;
  private final Estimator<? super Y> estimator;

  TransformedEstimator(Transform<W, Y> transform, Estimator<? super Y> estimator) {
    this.transform = transform;
    this.estimator = estimator;
  }

  @Override
  <Z extends W> FittedEstimator<Z> fit(Epochs<Z> train, Dataset<Z> validation) {
    Dataset<Z> first = train.epoch(0);
    TrainingPair.require(first, validation);
    Transform.Fitted<W, Y> fitted = transform.fit(first.x());
    FittedEstimator<Y> inner =
        IterativeEstimator.fit(
            estimator,
            train.map(data -> transformed(fitted, data)),
            transformed(fitted, validation));
    return new FittedAfter<>(fitted, inner, first.x().empty());
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
