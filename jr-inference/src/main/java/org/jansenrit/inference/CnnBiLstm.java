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

  /** Returns this recipe with {@code n} outputs of each convolution; at least 1. */
  public CnnBiLstm filters(int n) {
    return new CnnBiLstm(new CnnBiLstmBody(n, body.units(), body.dropout()), training);
  }

  /** Returns this recipe with {@code n} units per direction; at least 1. */
  public CnnBiLstm units(int n) {
    return new CnnBiLstm(new CnnBiLstmBody(body.filters(), n, body.dropout()), training);
  }

  /** Returns this recipe with {@code share} of the filters' outputs dropped out; in [0, 1). */
  public CnnBiLstm dropout(double share) {
    return new CnnBiLstm(new CnnBiLstmBody(body.filters(), body.units(), share), training);
  }

  /** Returns this recipe with other settings of training. */
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
