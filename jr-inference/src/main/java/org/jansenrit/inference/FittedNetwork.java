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
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.TrainingHistory;

/** A network between the scaling of its inputs and that of its targets. */
record FittedNetwork<Z extends Observations>(
    String name,
    Network network,
    Loss loss,
    InputScale scale,
    TargetScaling targets,
    Observations template,
    TrainingHistory trained,
    Provenance provenance)
    implements FittedEstimator<Z> {
  static final String KIND = "network";

  @Override
  public ParameterTable predict(Z x) {
    return predictWithSd(x).mean();
  }

  @Override
  public Prediction predictWithSd(Z x) {
    x.requireShapeOf(template, "observation", "the training set");
    x.requireFinite("observation");
    float[] outputs = network.predict(scale.apply(x));
    return ParameterLoss.of(loss, new ScaledTargets(targets)).decode(outputs, targets);
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
        .with("loss", loss.name())
        .with("inputs", scale.toArchive())
        .with("targets", targets.toArchive())
        .with("network", network.toArchive())
        .with("history", trained.toArchive())
        .with("provenance", provenance);
  }

  /** Reads what was saved, with {@code body} in place of one that can be read, if it is given. */
  static FittedNetwork<Observations> of(Archive archive, Optional<NetworkFactory> body)
      throws IOException {
    String name = archive.text("name");
    Loss loss = Loss.valueOf(archive.text("loss"));
    InputScale scale = InputScale.of(archive.part("inputs"));
    TargetScaling targets = TargetScaling.of(archive.part("targets"));
    Observations template = archive.template("input");
    TrainingHistory history = TrainingHistory.of(archive.part("history"));
    Provenance provenance = archive.provenance("provenance");
    // last, since it owns native memory that nobody would free if another part were missing
    Archive part = archive.part("network");
    Network network = body.isPresent() ? Network.of(part, body.get()) : Network.of(part);
    return new FittedNetwork<>(name, network, loss, scale, targets, template, history, provenance);
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
