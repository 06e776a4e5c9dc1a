package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;

/** A recipe with a network in it. */
abstract class NetworkEstimator<X extends Observations> extends IterativeEstimator<X> {

  /**
   * Returns what is to be fitted to observations like {@code x}.
   *
   * @throws IllegalArgumentException if the settings make no network
   */
  abstract NetworkRecipe recipe(Observations x);

  @Override
  final <Z extends X> FittedEstimator<Z> fit(Epochs<Z> train, Dataset<Z> validation) {
    return recipe(validation.x()).fit(train, validation);
  }
}
