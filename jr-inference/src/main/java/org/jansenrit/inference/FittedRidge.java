package org.jansenrit.inference;

import java.io.IOException;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;

/** A linear map that has been fitted. */
record FittedRidge<Z extends Observations>(
    RidgeWeights weights, Observations template, Provenance provenance)
    implements FittedEstimator<Z> {
  static final String KIND = "ridge regression";

  @Override
  public ParameterTable predict(Z x) {
    x.requireShapeOf(template, "observation", "the training set");
    x.requireFinite("observation");
    return weights.predict(x);
  }

  @Override
  public Archive toArchive() {
    Archive archive = Archive.of(KIND).with("input", template).with("provenance", provenance);
    return weights.addTo(archive);
  }

  static FittedRidge<Observations> of(Archive archive) throws IOException {
    return new FittedRidge<>(
        RidgeWeights.of(archive), archive.template("input"), archive.provenance("provenance"));
  }

  @Override
  public String toString() {
    return weights + ": " + template.shape() + " -> " + weights.parameters();
  }
}
