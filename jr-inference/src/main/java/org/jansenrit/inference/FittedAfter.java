package org.jansenrit.inference;

import java.io.IOException;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.training.TrainingHistory;

/** A fitted transform, then an estimator that was fitted to what it gives. */
record FittedAfter<W extends Observations, Z extends W, Y extends Observations>(
    Transform.Fitted<W, Y> transform, FittedEstimator<Y> inner, Observations template)
    implements FittedEstimator<Z> {
  static final String KIND = "after a transform";

  @Override
  public ParameterTable predict(Z x) {
    return predictWithSd(x).mean();
  }

  @Override
  public Prediction predictWithSd(Z x) {
    x.requireShapeOf(template, "observation", "the training set");
    x.requireFinite("observation");
    return inner.predictWithSd(transform.apply(x));
  }

  @Override
  public Optional<TrainingHistory> history() {
    return inner.history();
  }

  @Override
  public Provenance provenance() {
    return inner.provenance();
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("input", template)
        .with("transform", transform.toArchive())
        .with("estimator", inner.toArchive());
  }

  @SuppressWarnings("unchecked") // the template refuses what the transform was not fitted to
  static FittedAfter<Observations, Observations, Observations> of(
      Archive archive, SavedEstimators estimators) throws IOException {
    Observations template = archive.template("input");
    Transform.Fitted<?, ?> transform = Transform.Fitted.of(archive.part("transform"));
    return new FittedAfter<>(
        (Transform.Fitted<Observations, Observations>) transform,
        estimators.read(archive.part("estimator")),
        template);
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
