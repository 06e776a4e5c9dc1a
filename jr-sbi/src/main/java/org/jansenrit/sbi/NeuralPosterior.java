package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * A posterior that was learnt. Owns the network's native memory until it is closed; posteriors
 * taken from it stay usable.
 *
 * @param <X> the kind of observation
 */
public final class NeuralPosterior<X extends Observations> implements AmortizedPosterior<X> {
  private final PriorTransform transform;
  private final MixtureLayout layout;
  private final Transform.Fitted<? super X, ? extends Observations> read;
  private final InputScale scale;
  private final Network network;
  private final Observations template;
  private final TrainingHistory history;
  private final int simulations;
  private final int excluded;

  NeuralPosterior(
      Prior prior,
      MixtureLayout layout,
      Transform.Fitted<? super X, ? extends Observations> read,
      InputScale scale,
      Network network,
      Observations template,
      TrainingHistory history,
      int simulations,
      int excluded) {
    this.transform = new PriorTransform(prior);
    this.layout = layout;
    this.read = read;
    this.scale = scale;
    this.network = network;
    this.template = template;
    this.history = history;
    this.simulations = simulations;
    this.excluded = excluded;
  }

  @Override
  public Prior prior() {
    return transform.prior();
  }

  @Override
  public List<Posterior> givenEach(X observations) {
    observations.requireShapeOf(template, "observation", "the training set");
    requireFinite(observations);
    float[] outputs = network.predict(scale.apply(read.apply(observations)));
    return IntStream.range(0, observations.size())
        .parallel()
        .mapToObj(i -> posterior(outputs, i))
        .toList();
  }

  private static void requireFinite(Observations observations) {
    for (int i = 0; i < observations.size(); i++) {
      if (!observations.isFinite(i)) {
        throw new IllegalArgumentException(
            "observation "
                + i
                + " has values that are not finite: no posterior can be given for a simulation"
                + " that diverged or a recording with gaps");
      }
    }
  }

  private Posterior posterior(float[] outputs, int i) {
    double[] own = new double[layout.size()];
    Arrays.setAll(own, j -> outputs[i * own.length + j]);
    if (!Arrays.stream(own).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "the network overflows at observation "
              + i
              + "; its values must be far from those of the training set");
    }
    return new MixturePosterior(transform, GaussianMixture.of(layout, own));
  }

  /** Returns what happened in training. */
  public TrainingHistory history() {
    return history;
  }

  /** Returns the number of finite simulations that it was learnt from, validation included. */
  public int simulations() {
    return simulations;
  }

  /** Returns how many simulations were left out because they are not finite. */
  public int excluded() {
    return excluded;
  }

  /** Frees the network. Closing twice does nothing. */
  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "NeuralPosterior["
        + prior()
        + "; given "
        + template.shape()
        + "; "
        + new MixtureDensity(layout.components(), 1)
        + "; "
        + simulations
        + " simulations"
        + (excluded == 0 ? "" : ", " + excluded + " diverged ones excluded")
        + "; "
        + history
        + "]";
  }
}
