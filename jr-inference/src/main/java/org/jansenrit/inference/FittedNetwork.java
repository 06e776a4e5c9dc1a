package org.jansenrit.inference;

import java.io.IOException;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.TrainingHistory;

/** A network between the scaling of its inputs and that of its targets. */
record FittedNetwork<Z extends Observations>(
    String name,
    Network network,
    InputScale scale,
    TargetScaling targets,
    Observations template,
    TrainingHistory trained,
    Provenance provenance)
    implements FittedEstimator<Z> {
  static final String KIND = "network";

  @Override
  public ParameterTable predict(Z x) {
    x.requireShapeOf(template, "observation", "the training set");
    x.requireFinite("observation");
    float[] outputs = network.predict(scale.apply(x));
    int width = targets.parameters().size();
    double[][] z = new double[x.size()][width];
    for (int k = 0; k < outputs.length; k++) {
      z[k / width][k % width] = outputs[k];
    }
    return targets.unscale(z);
  }

  @Override
  public Optional<TrainingHistory> history() {
    return Optional.of(trained);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("name", name)
        .with("input", template)
        .with("inputs", scale.toArchive())
        .with("targets", targets.toArchive())
        .with("network", network.toArchive())
        .with("history", trained.toArchive())
        .with("provenance", provenance);
  }

  /** Reads what was saved, with {@code body} in place of one that can be read, if it is given. */
  static FittedNetwork<Observations> of(Archive archive, Optional<NetworkFactory> body)
      throws IOException {
    Archive part = archive.part("network");
    return new FittedNetwork<>(
        archive.text("name"),
        body.isPresent() ? Network.of(part, body.get()) : Network.of(part),
        InputScale.of(archive.part("inputs")),
        TargetScaling.of(archive.part("targets")),
        archive.template("input"),
        TrainingHistory.of(archive.part("history")),
        archive.provenance("provenance"));
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return name + ": " + template.shape() + " -> " + targets.parameters() + "; " + trained;
  }
}
