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
   * Returns the published network with its published training: attention over single samples, of
   * 128 features in 4 heads, behind a gate; 50 epochs. Its time grows with the square of the
   * samples: {@code asPublished().patch(10)} takes a hundredth of it.
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
   */
  public EegTransformer asPublished() {
    return new EegTransformer(TransformerBody.asPublished(), Published.training(50, 1e-3));
  }

  /** Returns this recipe with patches of {@code samples} samples; at least 1. */
  public EegTransformer patch(int samples) {
    return new EegTransformer(body.patch(samples), training);
  }

  /** Returns this recipe with {@code n} features per patch; a multiple of the heads. */
  public EegTransformer width(int n) {
    return new EegTransformer(body.width(n), training);
  }

  /** Returns this recipe with {@code n} attention heads; the width must be a multiple of it. */
  public EegTransformer heads(int n) {
    return new EegTransformer(body.heads(n), training);
  }

  /** Returns this recipe with {@code n} encoder blocks; at least 1. */
  public EegTransformer blocks(int n) {
    return new EegTransformer(body.blocks(n), training);
  }

  /** Returns this recipe with a learnt gate on each feature of a patch. */
  public EegTransformer gate() {
    return new EegTransformer(body.gate(true), training);
  }

  /** Returns this recipe averaging patches with learnt weights, rather than equal ones. */
  public EegTransformer attentionPooling() {
    return new EegTransformer(body.attentionPooling(true), training);
  }

  /** Returns this recipe with {@code share} dropped out in training; in [0, 1). */
  public EegTransformer dropout(double share) {
    return new EegTransformer(body.dropout(share), training);
  }

  /** Returns this recipe with other settings of training. */
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
