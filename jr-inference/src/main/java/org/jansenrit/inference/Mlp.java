package org.jansenrit.inference;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Training;

/** A fully connected network over all values of an observation. See {@link Estimators#mlp}. */
public final class Mlp extends NetworkEstimator<Observations> {
  private final List<Integer> hidden;
  private final Training training;

  Mlp(List<Integer> hidden, Training training) {
    this.hidden = hidden;
    this.training = training;
    Networks.mlp(units()); // refuses layers without units now, rather than when fitted
  }

  private int[] units() {
    return hidden.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public Mlp training(Training settings) {
    return new Mlp(hidden, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), Networks.mlp(units()), false, training);
  }

  @Override
  public String toString() {
    return "MLP " + hidden;
  }
}
