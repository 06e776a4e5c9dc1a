package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.TransformerBody;
import org.jansenrit.inference.training.Training;

/** Attention over patches of time series. See {@link Estimators#eegTransformer}. */
public final class EegTransformer extends NetworkEstimator<TimeSeries> {
  private final TransformerBody body;
  private final Training training;

  EegTransformer(TransformerBody body, Training training) {
    this.body = body;
    this.training = training;
  }

  /**
   * {@return the published network with its published training: attention over single samples, of
   * 128 features in 4 heads, behind a gate; 50 epochs} Its time grows with the square of the
   * samples: {@code asPublished().patch(10)} takes a hundredth of it.
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
   */
  public EegTransformer asPublished() {
    return new EegTransformer(TransformerBody.asPublished(), Published.training(50, 1e-3));
  }

  /**
   * {@return this recipe with patches of another length}
   *
   * @param samples per patch; at least 1
   */
  public EegTransformer patch(int samples) {
    return new EegTransformer(body.patch(samples), training);
  }

  /**
   * {@return this recipe with another width}
   *
   * @param n features per patch; a multiple of the heads by the time of fitting
   */
  public EegTransformer width(int n) {
    return new EegTransformer(body.width(n), training);
  }

  /**
   * {@return this recipe with another number of attention heads}
   *
   * @param n at least 1; the width must be a multiple of it by the time of fitting
   */
  public EegTransformer heads(int n) {
    return new EegTransformer(body.heads(n), training);
  }

  /**
   * {@return this recipe with another number of encoder blocks}
   *
   * @param n at least 1
   */
  public EegTransformer blocks(int n) {
    return new EegTransformer(body.blocks(n), training);
  }

  /** {@return this recipe with a learnt gate on each feature of a patch} */
  public EegTransformer gate() {
    return new EegTransformer(body.gate(true), training);
  }

  /** {@return this recipe averaging patches with learnt weights, rather than equal ones} */
  public EegTransformer attentionPooling() {
    return new EegTransformer(body.attentionPooling(true), training);
  }

  /**
   * {@return this recipe with another dropout}
   *
   * @param share of the features that is left out in training; in [0, 1)
   */
  public EegTransformer dropout(double share) {
    return new EegTransformer(body.dropout(share), training);
  }

  /**
   * {@return this recipe with other settings of training}
   *
   * @param settings such as epochs, learning rate and loss; all are replaced
   */
  public EegTransformer training(Training settings) {
    return new EegTransformer(body, settings);
  }

  @Override
  NetworkRecipe recipe(Observations x) {
    return new NetworkRecipe(toString(), body, true, training);
  }

  @Override
  public String toString() {
    return "transformer of "
        + body.blocks()
        + " blocks x "
        + body.heads()
        + " heads, width "
        + body.width()
        + ", patches of "
        + body.patch()
        + " samples";
  }
}
