package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.LstmBody;
import org.jansenrit.inference.training.Training;

/** A recurrent network over the samples of time series. See {@link Estimators#lstm}. */
public final class Lstm extends NetworkEstimator<TimeSeries> {
  private final LstmBody body;
  private final Training training;

  Lstm(LstmBody body, Training training) {
    this.body = body;
    this.training = training;
  }

  private Lstm with(int units, int layers, boolean bidirectional, boolean last, double dropout) {
    var changed = new LstmBody(units, layers, bidirectional, last, dropout, body.patch());
    return new Lstm(changed, training);
  }

  /**
   * {@return the published network with its published training: 64 units, of which the states after
   * the last sample are read; two layers, or one if this recipe is bidirectional}
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2024, 2025)</a>
   */
  public Lstm asPublished() {
    boolean both = body.bidirectional();
    LstmBody published = new LstmBody(64, both ? 1 : 2, both, true, 0.1);
    Training settings = Published.training(150, both ? 1e-3 : 1e-2).patience(both ? 50 : 150);
    return new Lstm(published, settings);
  }

  /**
   * {@return this recipe with another number of units}
   *
   * @param n units per direction; at least 1
   */
  public Lstm units(int n) {
    return with(n, body.layers(), body.bidirectional(), body.lastState(), body.dropout());
  }

  /**
   * {@return this recipe with another number of layers}
   *
   * @param n layers, one above the other; at least 1
   */
  public Lstm layers(int n) {
    return with(body.units(), n, body.bidirectional(), body.lastState(), body.dropout());
  }

  /** {@return this recipe reading the samples backwards too} */
  public Lstm bidirectional() {
    return with(body.units(), body.layers(), true, body.lastState(), body.dropout());
  }

  /**
   * {@return this recipe judging by the states after the last sample read, forwards and backwards,
   * rather than by their mean over time}
   */
  public Lstm lastState() {
    return with(body.units(), body.layers(), body.bidirectional(), true, body.dropout());
  }

  /**
   * {@return this recipe with another dropout}
   *
   * @param share of inputs, and of states between layers, that is left out in training; in [0, 1)
   */
  public Lstm dropout(double share) {
    return with(body.units(), body.layers(), body.bidirectional(), body.lastState(), share);
  }

  /**
   * {@return this recipe reading several samples of all channels at a time} Its time falls with
   * them, and fewer steps are easier to remember.
   *
   * @param samples read at a time; at least 1
   */
  public Lstm patch(int samples) {
    return new Lstm(body.withPatch(samples), training);
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public Lstm training(Training settings) {
    return new Lstm(body, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), body, true, training);
  }

  @Override
  public String toString() {
    String kind = body.bidirectional() ? "bidirectional LSTM " : "LSTM ";
    String patches = body.patch() == 1 ? "" : ", patches of " + body.patch() + " samples";
    return kind + body.layers() + " x " + body.units() + patches;
  }
}
