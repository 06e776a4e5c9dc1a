package org.jansenrit.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.inference.training.Training;

/**
 * A search for hyper-parameters by asynchronous successive halving: many candidates are trained for
 * a few epochs, the best of them go on for more, and few to the end. An immutable recipe; each verb
 * returns a copy.
 *
 * <p>A candidate is promoted as soon as it is among the best 1/reduction of those that have come as
 * far as it; if none is, a new one is drawn. Trainings run one after the other, as the engine wants
 * it, so that the same seed gives the same search, bit for bit.
 *
 * <pre>{@code
 * SuccessiveHalving.over(
 *         Hyperparameter.count("units", 16, 256), Hyperparameter.logUniform("rate", 1e-4, 1e-2))
 *     .run(
 *         (c, training) ->
 *             Estimators.mlp(c.count("units")).training(training.learningRate(c.number("rate"))),
 *         train, validation, 1)
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1810.05934">Li et al. (2020), A system for massively parallel
 *     hyperparameter tuning</a>
 */
public final class SuccessiveHalving {
  private final List<Hyperparameter> space;
  private final Plan plan;
  private final Training training;
  private final Optional<Path> directory;
  private final Progress progress;

  /** How many candidates are trained for how long. */
  record Plan(int candidates, int least, int most, int reduction) {
    Plan {
      if (candidates < 1 || least < 1 || most < least || reduction < 2) {
        throw new IllegalArgumentException(
            "a search needs at least 1 candidate, epochs from 1 on that rise, and a reduction of at"
                + " least 2, but had %d candidates, epochs %d to %d and a reduction of %d"
                    .formatted(candidates, least, most, reduction));
      }
    }

    /** Returns after how many epochs rung {@code k} is reached. */
    int epochs(int k) {
      long epochs = least;
      for (int i = 0; i < k && epochs < most; i++) {
        epochs *= reduction;
      }
      return (int) Math.min(most, epochs);
    }

    /** Returns the number of rungs. */
    int rungs() {
      int k = 0;
      while (epochs(k) < most) {
        k++;
      }
      return k + 1;
    }
  }

  private SuccessiveHalving(
      List<Hyperparameter> space,
      Plan plan,
      Training training,
      Optional<Path> directory,
      Progress progress) {
    this.space = space;
    this.plan = plan;
    this.training = training;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * {@return a search over some hyper-parameters: 30 candidates, 4 to 64 epochs, a quarter of which
   * go on each time; nothing is kept on disk afterwards}
   *
   * @param space the hyper-parameters, of different names
   * @throws IllegalArgumentException if there is none, or two have one name
   */
  public static SuccessiveHalving over(Hyperparameter... space) {
    List<Hyperparameter> all = List.of(space);
    if (all.isEmpty() || all.stream().map(Hyperparameter::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException(
          "a search needs hyper-parameters with names of their own, but got " + all);
    }
    return new SuccessiveHalving(
        all, new Plan(30, 4, 64, 4), Training.standard(), Optional.empty(), Progress.silent());
  }

  private SuccessiveHalving with(Plan other) {
    return new SuccessiveHalving(space, other, training, directory, progress);
  }

  /**
   * {@return this search with another number of candidates}
   *
   * @param n to be drawn; at least 1
   */
  public SuccessiveHalving candidates(int n) {
    return with(new Plan(n, plan.least(), plan.most(), plan.reduction()));
  }

  /**
   * {@return this search with other lengths of training} The learning rate falls over {@code most}
   * epochs for all.
   *
   * @param least epochs of every candidate; at least 1
   * @param most epochs of the best; at least {@code least}
   */
  public SuccessiveHalving epochs(int least, int most) {
    return with(new Plan(plan.candidates(), least, most, plan.reduction()));
  }

  /**
   * {@return this search with another share that goes on}
   *
   * @param n one in {@code n} goes on to {@code n} times as many epochs; at least 2
   */
  public SuccessiveHalving reduction(int n) {
    return with(new Plan(plan.candidates(), plan.least(), plan.most(), n));
  }

  /**
   * {@return this search with other settings of training}
   *
   * @param settings of every training; the search sets epochs and checkpoints itself
   */
  public SuccessiveHalving training(Training settings) {
    return new SuccessiveHalving(space, plan, settings, directory, progress);
  }

  /**
   * {@return this search keeping what it has done in {@code newDirectory}: if it is stopped, the
   * same search goes on from there and ends with the same result}
   *
   * @param newDirectory of one search; made if it is not there
   */
  public SuccessiveHalving checkpoints(Path newDirectory) {
    return new SuccessiveHalving(space, plan, training, Optional.of(newDirectory), progress);
  }

  /**
   * {@return this search with a listener}
   *
   * @param listener hears of every candidate that came to a rung: its loss and the best so far
   */
  public SuccessiveHalving progress(Progress listener) {
    return new SuccessiveHalving(space, plan, training, directory, listener);
  }

  /**
   * Makes an estimator with the hyper-parameters of a candidate.
   *
   * @param <X> the kind of observation
   */
  @FunctionalInterface
  public interface Recipe<X extends Observations> {

    /**
     * Makes the estimator.
     *
     * @param candidate the hyper-parameters
     * @param training the settings of training that must be used, changed where the candidate says
     *     so, epochs and checkpoints excepted
     * @return an estimator that is trained as {@code training} says
     */
    Estimator<? super X> estimator(Candidate candidate, Training training);
  }

  /**
   * Searches for the hyper-parameters with the least validation loss.
   *
   * @param <X> the kind of observation
   * @param recipe the estimator with given hyper-parameters; must use the training it is given
   * @param train what candidates are fitted to
   * @param validation what they are judged by
   * @param seed decides which candidates are drawn
   * @return all candidates with their losses
   * @throws IllegalArgumentException if the recipe makes no estimator that is trained, or one with
   *     other epochs than those given
   * @throws java.io.UncheckedIOException if the directory has another search, or cannot be written
   * @throws org.jansenrit.inference.training.TrainingException if the thread is interrupted; a
   *     training whose loss becomes NaN is a failed candidate, and counted
   */
  public <X extends Observations> SearchReport run(
      Recipe<X> recipe, Dataset<X> train, Dataset<X> validation, long seed) {
    TrainingPair.require(train, validation);
    return SearchRun.run(this, recipe, train, validation, seed);
  }

  List<Hyperparameter> space() {
    return space;
  }

  Plan plan() {
    return plan;
  }

  Training training() {
    return training;
  }

  Optional<Path> directory() {
    return directory;
  }

  Progress progress() {
    return progress;
  }

  @Override
  public String toString() {
    return "SuccessiveHalving[%s; %d candidates, %d to %d epochs, 1 in %d goes on]"
        .formatted(space, plan.candidates(), plan.least(), plan.most(), plan.reduction());
  }
}
