package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.GraphTransformerBody;
import org.jansenrit.inference.training.Training;

/** Attention between the channels of time series. See {@link Estimators#eegGraphTransformer}. */
public final class EegGraphTransformer extends NetworkEstimator<TimeSeries> {
  private final GraphTransformerBody body;
  private final Training training;

  EegGraphTransformer(GraphTransformerBody body, Training training) {
    this.body = body;
    this.training = training;
  }

  /**
   * {@return the published network with its published training: one layer of graph attention of 4
   * heads of 32, to which all channels are alike; 50 epochs}
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025), repository</a>
   */
  public EegGraphTransformer asPublished() {
    return new EegGraphTransformer(
        GraphTransformerBody.asPublished(), Published.training(50, 1e-3));
  }

  /**
   * {@return this recipe with encoder blocks of another size, in place of what there was}
   *
   * @param width features per channel; a multiple of the heads
   * @param heads attention heads; at least 1
   * @param blocks encoder blocks; at least 1
   */
  public EegGraphTransformer size(int width, int heads, int blocks) {
    return new EegGraphTransformer(
        GraphTransformerBody.of(width, heads, blocks, body.dropout()), training);
  }

  /**
   * {@return this recipe with another dropout}
   *
   * @param share of the features that is left out in training; in [0, 1)
   */
  public EegGraphTransformer dropout(double share) {
    return new EegGraphTransformer(
        new GraphTransformerBody(body.input(), body.width(), body.heads(), body.blocks(), share),
        training);
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public EegGraphTransformer training(Training settings) {
    return new EegGraphTransformer(body, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), body, true, training);
  }

  @Override
  public String toString() {
    String layers = body.blocks() == 0 ? "1 graph layer" : body.blocks() + " blocks";
    return "transformer between channels, "
        + layers
        + " x "
        + body.heads()
        + " heads, width "
        + body.width();
  }
}
