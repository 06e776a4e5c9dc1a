package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;

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
  static final int FEWEST = 10;

  private final PriorTransform coordinates;
  private final Learner learner;

  private Snpe(PriorTransform coordinates, Learner learner) {
    this.coordinates = coordinates;
    this.learner = learner;
  }

  /**
   * {@return the recipe for posteriors under a prior: no embedding, one network of at most 80
   * epochs in batches of 200 at a learning rate of 0.004}
   *
   * <p>What is not set is chosen by validation: 1 to 16 components, a weight decay of 0.01, 0.1 or
   * 1, three layers of 128 units or two of 64. That costs about seven trainings; what is set by
   * {@link #density} and {@link #training} is not searched for.
   *
   * @param prior of the parameters that are to be inferred, from which simulations are drawn
   */
  public static Snpe<Observations> of(Prior prior) {
    return new Snpe<>(
        PriorTransform.of(prior),
        new Learner(Embedding.none(), Optional.empty(), Optional.empty(), 1, false, 1));
  }

  /**
   * {@return the settings of training of a recipe that sets none, with a weight decay of 0.1: a
   * start for one's own, as in {@code training(standardTraining().epochs(40))}}
   */
  public static Training standardTraining() {
    return Learner.STANDARD;
  }

  /**
   * {@return this recipe with another family of densities}
   *
   * @param other the numbers of components to choose from, and the size of the network
   */
  public Snpe<X> density(MixtureDensity other) {
    return new Snpe<>(coordinates, learner.density(other));
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param other such as epochs and learning rate; their seed decides everything drawn, their loss
   *     is not used
   * @throws IllegalArgumentException if they ask for another loss than {@link Loss#SQUARED_ERROR},
   *     which stands for none
   */
  public Snpe<X> training(Training other) {
    if (other.loss() != Loss.SQUARED_ERROR) {
      throw new IllegalArgumentException(
          "a posterior has a loss of its own, but the training asks for " + other.loss());
    }
    return new Snpe<>(coordinates, learner.training(other));
  }

  /**
   * {@return this recipe with another seed}
   *
   * @param seed decides everything drawn: held-out rows, weights and batches
   */
  public Snpe<X> seed(long seed) {
    return new Snpe<>(coordinates, learner.seed(seed));
  }

  /**
   * {@return this recipe with another network in front}
   *
   * @param <Y> the kind of observation that it reads
   * @param other learnt together with the density
   */
  public <Y extends Observations> Snpe<Y> embedding(Embedding<Y> other) {
    return new Snpe<>(coordinates, learner.embedding(other));
  }

  /**
   * {@return this recipe with several networks that start from different weights and whose
   * densities are averaged: steadier, at as many times the cost}
   *
   * @param members how many; at least 1
   * @throws IllegalArgumentException if {@code members} is below 1
   */
  public Snpe<X> ensemble(int members) {
    return new Snpe<>(coordinates, learner.members(members));
  }

  /**
   * {@return this recipe for errors that have heavier tails than normal ones: once learnt, each
   * normal becomes several about the same mean, of half to four times its width} Their shares are
   * those under which the held-out simulations are most likely, so the validation loss never rises.
   *
   * <p>A help where posteriors are sharp and the network is not equally good everywhere: joint
   * regions of 40 % then hold the truth too often, and those of 95 % too seldom. It is fitted to
   * draws from the prior, and so for {@link #fit} only; densities cost a few times as much.
   */
  public Snpe<X> heavyTails() {
    return new Snpe<>(coordinates, learner.withHeavyTails());
  }

  /**
   * {@return this recipe for parameters that enter the observation about linearly, up to the bounds
   * of their prior: normals that are cut at these bounds are within reach of one component}
   *
   * <p>A normal that is cut at the bounds of a uniform prior is skewed over z, the more the nearer
   * it is to a bound, and many dimensions need many components for it. Over asinh(z) it is almost
   * normal; so that is what densities of parameters with two bounds are learnt over. Draws stay
   * within the prior, marginals and conditionals exact; validation losses stay comparable with
   * those of other recipes. Products, and proposals other than {@link Rounds.Method#TRUNCATED}, are
   * refused.
   *
   * @throws IllegalArgumentException if no parameter has two bounds
   */
  public Snpe<X> cutAtBounds() {
    return new Snpe<>(coordinates.cutAtBounds(), learner);
  }

  /**
   * {@return this recipe behind a transform, which is fitted to the training set only and becomes a
   * part of the posterior} The last verb of a recipe: what is set before it stays.
   *
   * @param <W> the kind of observation before the transform
   * @param <Y> the kind that it makes of it, which this recipe reads
   * @param transform fitted to the training set
   */
  public <W extends Observations, Y extends X> TransformedSnpe<W> after(Transform<W, Y> transform) {
    return new TransformedSnpe<>(this, transform);
  }

  /**
   * {@return this recipe to which each epoch shows another draw of the training set: noise that
   * differs from epoch to epoch cannot be learnt by heart, so fewer simulations are needed} The
   * last verb of a recipe.
   *
   * @param <Y> the kind of observation that is changed
   * @param augmentation such as {@link org.jansenrit.core.eeg.Erp#freshNoise}, for simulations made
   *     without noise
   * @param seed decides all draws
   */
  public <Y extends X> AugmentedSnpe<Y> augmentedBy(Augmentation<Y> augmentation, long seed) {
    return new AugmentedSnpe<>(this, Transform.none(), augmentation, seed);
  }

  /**
   * Learns the posterior from simulations.
   *
   * <p>A tenth of them, chosen by the seed of the training, decides when to stop. Observations are
   * scaled by what the others look like. Simulations that are not finite are left out, counted and
   * printed with the result.
   *
   * @param <Z> the kind of observation
   * @param train parameters drawn from the prior and what was observed of them
   * @return a posterior that owns native memory until it is closed
   * @throws IllegalArgumentException if the parameters are not those of the prior, in its order, or
   *     outside it, or if fewer than 10 simulations are finite
   * @throws TrainingException if the loss stays not finite, or the thread is interrupted
   */
  public <Z extends X> NeuralPosterior<Z> fit(Dataset<Z> train) {
    return fit(train, Transform.none());
  }

  /** Learns from what {@code transform} makes of the observations. */
  <Z extends Observations> NeuralPosterior<Z> fit(
      Dataset<Z> train, Transform<? super Z, ? extends Observations> transform) {
    return fit(train, transform, Epochs::same);
  }

  /** Learns from what {@code transform} makes of the observations of each epoch. */
  <Z extends Observations> NeuralPosterior<Z> fit(
      Dataset<Z> train,
      Transform<? super Z, ? extends Observations> transform,
      Function<Dataset<Z>, Epochs<Z>> shown) {
    requireParameters(train.theta().parameters());
    requireSupport(train.theta());
    return fitFinite(shown.apply(finite(train)), transform, train.diverged());
  }

  /** Returns the finite simulations, and refuses too few of them. */
  static <Z extends Observations> Dataset<Z> finite(Dataset<Z> data) {
    Dataset<Z> finite = data.finite();
    if (finite.size() < FEWEST) {
      throw new IllegalArgumentException(
          "training needs at least "
              + FEWEST
              + " finite simulations, but of "
              + data.size()
              + " only "
              + finite.size()
              + " are"
              + (finite.size() == 0 ? "; does the simulator fail in all of the prior?" : ""));
    }
    return finite;
  }

  /**
   * Looks for the posterior of one observation in several rounds, each simulating where the one
   * before found the posterior to be.
   *
   * <p>What a round learns replaces what was there if it is better on simulations held out of that
   * round. Simulations that are not finite are left out, counted and printed with the result.
   *
   * @param <Z> the kind of observation
   * @param simulator runs the parameter sets; of the parameters of the prior
   * @param observed one observation of what the simulator gives, all values finite
   * @param rounds how many, of how many simulations
   * @return the posterior of the best round, with all simulations
   * @throws ShapeException if there is not exactly one observation, or of another shape than the
   *     simulations
   * @throws IllegalArgumentException if the observation has values that are not finite, or fewer
   *     than 10 simulations of the first round are finite
   * @throws java.io.UncheckedIOException if the folder of {@code rounds} holds another inference,
   *     or cannot be read or written
   * @throws TrainingException if the loss of the first round stays not finite, or the thread is
   *     interrupted in it
   * @throws RoundsException if a later round fails; it has what the rounds before found
   */
  public <Z extends X> SequentialInference<Z> infer(
      Simulator<Z> simulator, Z observed, Rounds rounds) {
    return infer(simulator, observed, rounds, Transform.none());
  }

  /** Infers from what {@code transform} makes of the observations. */
  <Z extends Observations> SequentialInference<Z> infer(
      Simulator<Z> simulator,
      Z observed,
      Rounds rounds,
      Transform<? super Z, ? extends Observations> transform) {
    if (observed.size() != 1) {
      throw new ShapeException("infer", "one observation", observed.size() + "");
    }
    observed.requireFinite("observation");
    if (learner.heavyTails()) {
      throw new IllegalArgumentException(
          "heavy tails are fitted to simulations drawn from the prior, which those of later rounds"
              + " are not: infer without heavyTails(), or learn by fit");
    }
    if (coordinates.isCutAtBounds() && rounds.method() != Rounds.Method.TRUNCATED) {
      throw new IllegalArgumentException(
          "posteriors that are cut at bounds have no closed-form correction for proposals, which "
              + rounds.method()
              + " needs: infer by TRUNCATED, or without cutAtBounds()");
    }
    var proposer = new Proposer<>(coordinates, simulator, observed, rounds);
    return new SequentialRun<>(proposer, learner, transform).run();
  }

  private <Z extends Observations> NeuralPosterior<Z> fitFinite(
      Epochs<Z> epochs, Transform<? super Z, ? extends Observations> transform, int excluded) {
    Dataset<Z> data = epochs.data();
    TrainingRows.Split split = TrainingRows.split(0, data.size(), learner.seed());
    Transform.Fitted<? super Z, ? extends Observations> read =
        fitted(transform, data.x(), split.train);
    double[][] u = coordinates.fromTheta(data.theta());
    TrainingRows rows =
        new TrainingRows(
            read.apply(data.x()),
            u,
            Proposals.prior(u.length).over(coordinates, u),
            split.train,
            split.held,
            Optional.empty(),
            epochs.later().map(later -> epoch -> read.apply(later.apply(epoch))));
    return new NeuralPosterior<>(
        coordinates,
        read,
        learner.learn(rows),
        data.x().empty(),
        data.size(),
        excluded,
        data.provenance());
  }

  /** Fits a transform to some rows only. */
  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  static <Z extends Observations, T extends Observations> Transform.Fitted<? super Z, T> fitted(
      Transform<? super Z, T> transform, Z x, int[] rows) {
    return transform.fit((Z) x.select(rows));
  }

  private void requireParameters(List<Parameter> parameters) {
    Prior prior = coordinates.prior();
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
      if (!(coordinates.prior().logDensity(theta.row(i)) > Double.NEGATIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " of the training set, "
                + Arrays.toString(theta.row(i))
                + " "
                + theta.parameters()
                + ", is outside the prior "
                + coordinates.prior()
                + "; was it drawn from another one?");
      }
    }
  }

  @Override
  public String toString() {
    return "Snpe[" + coordinates + "; " + learner + "]";
  }
}
