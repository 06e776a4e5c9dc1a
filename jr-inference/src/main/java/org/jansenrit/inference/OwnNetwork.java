package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.Training;

/** A network of the user's own. See {@link Estimators#network}. */
public final class OwnNetwork implements Estimator<Observations> {
  private final NetworkFactory body;
  private final Training training;

  OwnNetwork(NetworkFactory body, Training training) {
    this.body = body;
    this.training = training;
  }

  /** Returns this recipe with other settings of training. */
  public OwnNetwork training(Training settings) {
    return new OwnNetwork(body, settings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.jansenrit.core.data.ShapeException also if the body does not give (batch, features)
   */
  @Override
  public <Z extends Observations> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    boolean perChannel = train.x() instanceof TimeSeries;
    return new NetworkRecipe(toString(), body, perChannel, training).fit(train, validation);
  }

  @Override
  public String toString() {
    return "network of one's own";
  }
}
