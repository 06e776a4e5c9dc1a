package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
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
  public List<Posterior> givenEach(X observations) {
    observations.requireShapeOf(template, "observation", "the training set");
    requireFinite(observations);
    return learnt.ensemble().mixtures(read.apply(observations)).stream()
        .map(mixture -> (Posterior) new MixturePosterior(transform, mixture))
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

  /** Returns the number of normals in the mixture of each network. */
  public int components() {
    return learnt.ensemble().components();
  }

  /**
   * Returns the numbers of components that were tried and their losses, in the order in which they
   * were tried.
   */
  public List<Candidate> candidates() {
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
        + new MixtureDensity(components(), 1)
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
