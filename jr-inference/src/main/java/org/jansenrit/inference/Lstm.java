package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Training;

/** A recurrent network over the samples of time series. See {@link Estimators#lstm}. */
public final class Lstm implements Estimator<TimeSeries> {
  private final int units;
  private final int layers;
  private final boolean bidirectional;
  private final Training training;

  Lstm(int units, int layers, boolean bidirectional, Training training) {
    this.units = units;
    this.layers = layers;
    this.bidirectional = bidirectional;
    this.training = training;
    body(); // refuses sizes that make no network now, rather than when fitted
  }

  private NetworkFactory body() {
    return Networks.lstm(units, layers, bidirectional);
  }

  /** Returns this recipe with {@code n} units per direction; at least 1. */
  public Lstm units(int n) {
    return new Lstm(n, layers, bidirectional, training);
  }

  /** Returns this recipe with {@code n} layers, one above the other; at least 1. */
  public Lstm layers(int n) {
    return new Lstm(units, n, bidirectional, training);
  }

  /** Returns this recipe reading the samples backwards too. */
  public Lstm bidirectional() {
    return new Lstm(units, layers, true, training);
  }

  /** Returns this recipe with other settings of training. */
  public Lstm training(Training settings) {
    return new Lstm(units, layers, bidirectional, settings);
  }

  @Override
  public <Z extends TimeSeries> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    return new NetworkRecipe(toString(), body(), true, training).fit(train, validation);
  }

  @Override
  public String toString() {
    return (bidirectional ? "bidirectional LSTM " : "LSTM ") + layers + " x " + units;
  }
}
