package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * Neural posterior estimation: a network learns, from simulations drawn from the prior, the density
 * of the parameters given an observation. An immutable recipe; each verb returns a copy.
 *
 * <p>Densities are learnt over z, in which the prior is N(0, I): no draw can leave the prior, and
 * no density needs a correction for leakage.
 *
 * @param <X> the kind of observation that the embedding can read
 * @see <a href="https://arxiv.org/abs/1605.06376">Papamakarios &amp; Murray (2016)</a>
 * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019)</a>
 */
public final class Snpe<X extends Observations> {
  private static final double VALIDATION = 0.1;
  private static final int FEWEST = 10;

  private final Prior prior;
  private final Embedding<X> embedding;
  private final MixtureDensity density;
  private final Training training;

  private Snpe(Prior prior, Embedding<X> embedding, MixtureDensity density, Training training) {
    this.prior = prior;
    this.embedding = embedding;
    this.density = density;
    this.training = training;
  }

  /**
   * Returns the recipe for posteriors under {@code prior}: no embedding, 8 components, at most 80
   * epochs in batches of 200 at a learning rate of 0.002.
   */
  public static Snpe<Observations> of(Prior prior) {
    Training training = Training.standard().epochs(80).batchSize(200).learningRate(2e-3);
    return new Snpe<>(prior, Embedding.none(), MixtureDensity.standard(), training);
  }

  /** Returns this recipe with another family of densities. */
  public Snpe<X> density(MixtureDensity other) {
    return new Snpe<>(prior, embedding, other, training);
  }

  /**
   * Returns this recipe with other settings of training; its seed decides everything drawn.
   *
   * @throws IllegalArgumentException if they ask for another loss than the first
   */
  public Snpe<X> training(Training other) {
    if (other.loss() != Loss.SQUARED_ERROR) {
      throw new IllegalArgumentException(
          "a posterior has a loss of its own, but the training asks for " + other.loss());
    }
    return new Snpe<>(prior, embedding, density, other);
  }

  /** Returns this recipe with another network in front. */
  public <Y extends Observations> Snpe<Y> embedding(Embedding<Y> other) {
    return new Snpe<>(prior, other, density, training);
  }

  /**
   * Returns this recipe behind a transform, which is fitted to the training set only and becomes a
   * part of the posterior. The last verb of a recipe: what is set before it stays.
   */
  public <W extends Observations, Y extends X> TransformedSnpe<W> after(Transform<W, Y> transform) {
    return new TransformedSnpe<>(this, transform);
  }

  /**
   * Learns the posterior from simulations.
   *
   * <p>A tenth of them, chosen by the seed of the training, decides when to stop. Observations are
   * scaled by what the others look like. Simulations that are not finite are left out, counted and
   * printed with the result.
   *
   * @param train parameters drawn from the prior and what was observed of them
   * @return a posterior that owns native memory until it is closed
   * @throws IllegalArgumentException if the parameters are not those of the prior, in its order, or
   *     outside it, or if fewer than 10 simulations are finite
   * @throws TrainingException if the loss stays not finite, or the thread is interrupted
   */
  public <Z extends X> NeuralPosterior<Z> fit(Dataset<Z> train) {
    return fit(train, ignored -> x -> x);
  }

  /** Learns from what {@code transform} makes of the observations. */
  <Z extends Observations> NeuralPosterior<Z> fit(
      Dataset<Z> train, Transform<? super Z, ? extends Observations> transform) {
    requireParameters(train.theta().parameters());
    requireSupport(train.theta());
    Dataset<Z> finite = train.finite();
    if (finite.size() < FEWEST) {
      throw new IllegalArgumentException(
          "training needs at least "
              + FEWEST
              + " finite simulations, but of "
              + train.size()
              + " only "
              + finite.size()
              + " are");
    }
    return fitFinite(finite, transform, train.size() - finite.size());
  }

  private <Z extends Observations> NeuralPosterior<Z> fitFinite(
      Dataset<Z> data, Transform<? super Z, ? extends Observations> transform, int excluded) {
    int[] order = shuffled(data.size());
    int held = Math.max(1, (int) Math.round(VALIDATION * order.length));
    int[] validation = Arrays.copyOf(order, held);
    int[] rows = Arrays.copyOfRange(order, held, order.length);
    Transform.Fitted<? super Z, ? extends Observations> read = fit(transform, data.x(), rows);
    Observations x = read.apply(data.x());
    InputScale scale = InputScale.of(x, rows, embedding.scalesChannels());
    MixtureLayout layout = new MixtureLayout(density.components(), prior.parameters().size());
    PosteriorLoss loss = new PosteriorLoss(layout, normals(data.theta()), training.seed());
    Network network =
        Network.create(
            embedding.body(density), scale.shape(), loss, training.seed(), training.run().device());
    try {
      TrainingHistory history = network.fit(scale.apply(x), rows, validation, loss, training);
      return new NeuralPosterior<>(
          prior, layout, read, scale, network, data.x().empty(), history, data.size(), excluded);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  private static <Z extends Observations, T extends Observations>
      Transform.Fitted<? super Z, T> fit(Transform<? super Z, T> transform, Z x, int[] rows) {
    return transform.fit((Z) x.select(rows));
  }

  private int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(training.seed()), order);
    return order;
  }

  private double[][] normals(ParameterTable theta) {
    double[][] z = new double[theta.size()][];
    Arrays.setAll(z, i -> prior.toNormal(theta.row(i)));
    return z;
  }

  private void requireParameters(List<Parameter> parameters) {
    if (!parameters.equals(prior.parameters())) {
      throw new IllegalArgumentException(
          "the prior is over "
              + prior.parameters()
              + ", but the training set is of "
              + parameters
              + "; they must be the same parameters in the same order");
    }
  }

  private void requireSupport(ParameterTable theta) {
    for (int i = 0; i < theta.size(); i++) {
      if (!(prior.logDensity(theta.row(i)) > Double.NEGATIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " of the training set, "
                + Arrays.toString(theta.row(i))
                + " "
                + theta.parameters()
                + ", is outside the prior "
                + prior
                + "; was it drawn from another one?");
      }
    }
  }

  @Override
  public String toString() {
    return "Snpe[" + prior + "; " + embedding + "; " + density + "; " + training + "]";
  }
}
