package org.jansenrit.sbi;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/** One network that gives a mixture for each observation. Owns native memory until closed. */
final class MixtureNetwork implements AutoCloseable {
  private static final String KIND = "mixture network";

  private final MixtureLayout layout;
  private final InputScale scale;
  private final Network network;
  private final TrainingHistory history;

  private MixtureNetwork(
      MixtureLayout layout, InputScale scale, Network network, TrainingHistory history) {
    this.layout = layout;
    this.scale = scale;
    this.network = network;
    this.history = history;
  }

  /**
   * Learns from the start, where all normals are to find something to do.
   *
   * @param scale how observations are scaled before the network reads them
   */
  static MixtureNetwork fit(
      TrainingRows rows,
      NetworkFactory body,
      MixtureLayout layout,
      InputScale scale,
      Training training) {
    Objective loss = new EvenStart(rows.objective(layout, training.seed()), layout);
    Network network = Network.create(body, scale.shape(), loss, training.seed());
    return learn(network, rows, layout, scale, loss, training);
  }

  /** Learns on from the weights of this network, which stays as it is. */
  MixtureNetwork learnOn(TrainingRows rows, Training training) {
    Objective loss = rows.objective(layout, training.seed());
    return learn(network.copy(loss), rows, layout, scale, loss, training);
  }

  private static MixtureNetwork learn(
      Network network,
      TrainingRows rows,
      MixtureLayout layout,
      InputScale scale,
      Objective loss,
      Training training) {
    try {
      TrainingHistory history =
          network.fit(rows.inputs(scale), rows.train, rows.held, loss, training);
      return new MixtureNetwork(layout, scale, network, history);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  MixtureLayout layout() {
    return layout;
  }

  TrainingHistory history() {
    return history;
  }

  /** Returns observations as this network reads them. */
  Inputs inputs(Observations x) {
    return scale.apply(x);
  }

  /** Returns the mixture of each observation. */
  List<GaussianMixture> mixtures(Observations x) {
    float[] outputs = network.predict(scale.apply(x));
    return IntStream.range(0, x.size()).parallel().mapToObj(i -> mixture(outputs, i)).toList();
  }

  private GaussianMixture mixture(float[] outputs, int i) {
    double[] own = new double[layout.size()];
    Arrays.setAll(own, j -> outputs[i * own.length + j]);
    if (!Arrays.stream(own).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "the network overflows at observation "
              + i
              + "; its values must be far from those of the training set");
    }
    return GaussianMixture.of(layout, own);
  }

  Archive toArchive() {
    return Archive.of(KIND)
        .with("components", layout.components())
        .with("dimensions", layout.dimensions())
        .with("inputs", scale.toArchive())
        .with("history", history.toArchive())
        .with("network", network.toArchive());
  }

  static MixtureNetwork of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    MixtureLayout layout =
        new MixtureLayout(archive.count("components"), archive.count("dimensions"));
    InputScale scale = InputScale.of(archive.part("inputs"));
    TrainingHistory history = TrainingHistory.of(archive.part("history"));
    return new MixtureNetwork(layout, scale, Network.of(archive.part("network")), history);
  }

  @Override
  public void close() {
    network.close();
  }
}
