package org.jansenrit.sbi;

import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/**
 * Neural posterior estimation from simulations that each epoch sees changed: with fresh sensor
 * noise, say. An immutable recipe; see {@link Snpe#augmentedBy}.
 *
 * @param <W> the kind of observation that is changed
 */
public final class AugmentedSnpe<W extends Observations> {
  private final Snpe<?> recipe;
  private final Transform<? super W, ?> transform;
  private final Augmentation<W> augmentation;
  private final long seed;

  AugmentedSnpe(
      Snpe<?> recipe, Transform<? super W, ?> transform, Augmentation<W> augmentation, long seed) {
    this.recipe = recipe;
    this.transform = transform;
    this.augmentation = augmentation;
    this.seed = seed;
  }

  /**
   * Learns the posterior from simulations, as {@link Snpe#fit} does. Those that decide when to stop
   * are changed too, but once only; so are those that transforms and scales are fitted to.
   *
   * <p>The posterior is that of changed observations: give it recordings, or simulations with their
   * noise, as they are.
   *
   * @param <Z> the kind of observation
   * @param train parameters drawn from the prior and what was simulated of them, without what the
   *     augmentation adds
   * @return a posterior that owns native memory until it is closed
   * @throws IllegalArgumentException as {@link Snpe#fit} does
   * @throws org.jansenrit.inference.training.TrainingException as {@link Snpe#fit} does
   */
  public <Z extends W> NeuralPosterior<Z> fit(Dataset<Z> train) {
    return recipe.fit(train, transform, data -> Epochs.of(data, augmentation, seed));
  }

  @Override
  public String toString() {
    return recipe
        + (transform.equals(Transform.none()) ? "" : " after " + transform)
        + ", augmented by "
        + augmentation;
  }
}
