package org.jansenrit.sbi;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.simulate.Simulator;

/**
 * Neural posterior estimation from transformed observations: principal components of time series,
 * say. An immutable recipe; see {@link Snpe#after}.
 *
 * @param <W> the kind of observation that the transform reads
 */
public final class TransformedSnpe<W extends Observations> {
  private final Snpe<?> recipe;
  private final Transform<W, ?> transform;

  TransformedSnpe(Snpe<?> recipe, Transform<W, ?> transform) {
    this.recipe = recipe;
    this.transform = transform;
  }

  /**
   * Learns the posterior from simulations, as {@link Snpe#fit} does. The transform is fitted to
   * those that are learnt from, not to those that decide when to stop.
   *
   * @param <Z> the kind of observation
   * @param train parameters drawn from the prior and what was observed of them
   * @return a posterior that owns native memory until it is closed
   * @throws IllegalArgumentException as {@link Snpe#fit} does
   * @throws org.jansenrit.inference.training.TrainingException as {@link Snpe#fit} does
   */
  public <Z extends W> NeuralPosterior<Z> fit(Dataset<Z> train) {
    return recipe.fit(train, transform);
  }

  /**
   * Looks for the posterior of one observation in several rounds, as {@link Snpe#infer} does.
   *
   * @param <Z> the kind of observation
   * @param simulator runs the parameter sets; of the parameters of the prior
   * @param observed one observation of what the simulator gives, not transformed
   * @param rounds how many, of how many simulations
   * @return the posterior of the best round, with all simulations
   * @throws org.jansenrit.core.data.ShapeException as {@link Snpe#infer} does
   * @throws IllegalArgumentException as {@link Snpe#infer} does
   * @throws RoundsException as {@link Snpe#infer} does
   */
  public <Z extends W> SequentialInference<Z> infer(
      Simulator<Z> simulator, Z observed, Rounds rounds) {
    return recipe.infer(simulator, observed, rounds, transform);
  }

  @Override
  public String toString() {
    return recipe + " after " + transform;
  }
}
