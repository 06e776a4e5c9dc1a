package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/** One network that gives a mixture for each observation. Owns native memory until closed. */
final class MixtureNetwork implements AutoCloseable {
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
   * Learns from the start.
   *
   * @param scale how observations are scaled before the network reads them
   */
  static MixtureNetwork fit(
      TrainingRows rows,
      NetworkFactory body,
      MixtureLayout layout,
      InputScale scale,
      Training training) {
    PosteriorLoss loss = new PosteriorLoss(layout, rows.z, rows.proposals, training.seed());
    Network network = Network.create(body, scale.shape(), loss, training.seed());
    try {
      return new MixtureNetwork(
          layout, scale, network, learn(network, rows, scale, loss, training));
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static TrainingHistory learn(
      Network network, TrainingRows rows, InputScale scale, PosteriorLoss loss, Training training) {
    return network.fit(scale.apply(rows.x), rows.train, rows.held, loss, training);
  }

  /** Learns on from the weights of this network, which from then on belongs to the result. */
  MixtureNetwork learnOn(TrainingRows rows, Training training) {
    PosteriorLoss loss = new PosteriorLoss(layout, rows.z, rows.proposals, training.seed());
    return new MixtureNetwork(layout, scale, network, learn(network, rows, scale, loss, training));
  }

  MixtureLayout layout() {
    return layout;
  }

  TrainingHistory history() {
    return history;
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

  @Override
  public void close() {
    network.close();
  }
}
