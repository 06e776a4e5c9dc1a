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
   */
  public <Z extends W> NeuralPosterior<Z> fit(Dataset<Z> train) {
    return recipe.fit(train, transform);
  }

  /** Looks for the posterior of one observation in several rounds, as {@link Snpe#infer} does. */
  public <Z extends W> SequentialInference<Z> infer(
      Simulator<Z> simulator, Z observed, Rounds rounds) {
    return recipe.infer(simulator, observed, rounds, transform);
  }

  @Override
  public String toString() {
    return recipe + " after " + transform;
  }
}
