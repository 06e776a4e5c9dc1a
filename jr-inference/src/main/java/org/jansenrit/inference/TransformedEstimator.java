package org.jansenrit.inference;

import java.util.Optional;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.training.TrainingHistory;

/** A transform, then an estimator. */
record TransformedEstimator<W extends Observations, Y extends Observations>(
    Transform<W, Y> transform, Estimator<? super Y> estimator) implements Estimator<W> {

  @Override
  public <Z extends W> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    TrainingPair.require(train, validation);
    Transform.Fitted<W, Y> fitted = transform.fit(train.x());
    FittedEstimator<Y> inner =
        estimator.fit(transformed(fitted, train), transformed(fitted, validation));
    return new Fitted<>(fitted, inner, train.x().empty());
  }

  private static <W extends Observations, Z extends W, Y extends Observations>
      Dataset<Y> transformed(Transform.Fitted<W, Y> transform, Dataset<Z> data) {
    return new Dataset<>(data.theta(), transform.apply(data.x()), data.provenance());
  }

  private record Fitted<W extends Observations, Z extends W, Y extends Observations>(
      Transform.Fitted<W, Y> transform, FittedEstimator<Y> inner, Observations template)
      implements FittedEstimator<Z> {

    @Override
    public ParameterTable predict(Z x) {
      x.requireShapeOf(template, "observation", "the training set");
      x.requireFinite("observation");
      return inner.predict(transform.apply(x));
    }

    @Override
    public Optional<TrainingHistory> history() {
      return inner.history();
    }

    @Override
    public void close() {
      inner.close();
    }

    @Override
    public String toString() {
      return inner + " after a transform of " + template.shape();
    }
  }

  @Override
  public String toString() {
    return estimator + " after " + transform;
  }
}
