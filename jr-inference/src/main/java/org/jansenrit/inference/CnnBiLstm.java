package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.CnnBiLstmBody;
import org.jansenrit.inference.training.Training;

/** Convolutions, then a recurrent network, over time series. See {@link Estimators#cnnBiLstm}. */
public final class CnnBiLstm extends NetworkEstimator<TimeSeries> {
  private final CnnBiLstmBody body;
  private final Training training;

  CnnBiLstm(CnnBiLstmBody body, Training training) {
    this.body = body;
    this.training = training;
  }

  /**
   * {@return this recipe with another number of filters}
   *
   * @param n outputs of each convolution; at least 1
   */
  public CnnBiLstm filters(int n) {
    return new CnnBiLstm(new CnnBiLstmBody(n, body.units(), body.dropout()), training);
  }

  /**
   * {@return this recipe with another number of recurrent units}
   *
   * @param n units per direction; at least 1
   */
  public CnnBiLstm units(int n) {
    return new CnnBiLstm(new CnnBiLstmBody(body.filters(), n, body.dropout()), training);
  }

  /**
   * {@return this recipe with another dropout}
   *
   * @param share of the filters' outputs that is left out in training; in [0, 1)
   */
  public CnnBiLstm dropout(double share) {
    return new CnnBiLstm(new CnnBiLstmBody(body.filters(), body.units(), share), training);
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public CnnBiLstm training(Training settings) {
    return new CnnBiLstm(body, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), body, true, training);
  }

  @Override
  public String toString() {
    return "two convolutions of " + body.filters() + ", bidirectional LSTM 1 x " + body.units();
  }
}
