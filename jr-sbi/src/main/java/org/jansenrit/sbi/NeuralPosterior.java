package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * A posterior that was learnt. Owns the networks' native memory until it is closed; posteriors
 * taken from it stay usable.
 *
 * @param <X> the kind of observation
 */
public final class NeuralPosterior<X extends Observations> implements AmortizedPosterior<X> {
  private final PriorTransform transform;
  private final Transform.Fitted<? super X, ? extends Observations> read;
  private final Learner.Learnt learnt;
  private final Observations template;
  private final int simulations;
  private final int excluded;

  NeuralPosterior(
      Prior prior,
      Transform.Fitted<? super X, ? extends Observations> read,
      Learner.Learnt learnt,
      Observations template,
      int simulations,
      int excluded) {
    this.transform = new PriorTransform(prior);
    this.read = read;
    this.learnt = learnt;
    this.template = template;
    this.simulations = simulations;
    this.excluded = excluded;
  }

  @Override
  public Prior prior() {
    return transform.prior();
  }

  @Override
  public List<MixturePosterior> givenEach(X observations) {
    observations.requireShapeOf(template, "observation", "the training set");
    requireFinite(observations);
    return learnt.ensemble().mixtures(read.apply(observations)).stream()
        .map(mixture -> new MixturePosterior(transform, mixture))
        .toList();
  }

  @Override
  public MixturePosterior given(X one) {
    return (MixturePosterior) AmortizedPosterior.super.given(one);
  }

  @Override
  public MixturePosterior given(X observations, int i) {
    return (MixturePosterior) AmortizedPosterior.super.given(observations, i);
  }

  /**
   * Returns the posterior given all of {@code trials}, made independently with the same parameters:
   * the product of the posteriors given each, over the prior; see {@link MixturePosterior#and}.
   *
   * @throws ShapeException if there are none, or they have another shape than those learnt from
   * @throws IllegalArgumentException if one of them has values that are not finite
   */
  public MixturePosterior givenAll(X trials) {
    if (trials.size() == 0) {
      throw new ShapeException("givenAll", "at least one observation", "0");
    }
    return givenEach(trials).stream().reduce(MixturePosterior::and).orElseThrow();
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

  /** Returns the density that was set or chosen. */
  public MixtureDensity density() {
    return learnt.density();
  }

  /** Returns the training that was set or chosen. */
  public Training training() {
    return learnt.training();
  }

  /**
   * Returns the networks that were tried, in that order; one if nothing was left open.
   */
  public List<DensityCandidate> candidates() {
    return learnt.candidates();
  }

  /** Returns what happened in the training of the first network. */
  public TrainingHistory history() {
    return histories().get(0);
  }

  /** Returns what happened in training, network by network. */
  public List<TrainingHistory> histories() {
    return learnt.ensemble().histories();
  }

  /** Returns the number of finite simulations that it was learnt from, validation included. */
  public int simulations() {
    return simulations;
  }

  /** Returns how many simulations were left out because they are not finite. */
  public int excluded() {
    return excluded;
  }

  /** Frees the networks. Closing twice does nothing. */
  @Override
  public void close() {
    learnt.ensemble().close();
  }

  @Override
  public String toString() {
    int members = histories().size();
    return "NeuralPosterior["
        + prior()
        + "; given "
        + template.shape()
        + "; "
        + density()
        + (members == 1 ? "" : " from each of " + members + " networks")
        + "; "
        + simulations
        + " simulations"
        + (excluded == 0 ? "" : ", " + excluded + " diverged ones excluded")
        + "; "
        + history()
        + "]";
  }
}
