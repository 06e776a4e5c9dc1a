package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.Training;

/** A network of the user's own. See {@link Estimators#network}. */
public final class OwnNetwork extends NetworkEstimator<Observations> {
  private final NetworkFactory body;
  private final Training training;

  OwnNetwork(NetworkFactory body, Training training) {
    this.body = body;
    this.training = training;
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public OwnNetwork training(Training settings) {
    return new OwnNetwork(body, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), body, x instanceof TimeSeries, training);
  }

  @Override
  public String toString() {
    return "network of one's own";
  }
}
