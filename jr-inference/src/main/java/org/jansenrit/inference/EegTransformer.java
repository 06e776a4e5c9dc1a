package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Training;

/** Attention over patches of time series. See {@link Estimators#eegTransformer}. */
public final class EegTransformer implements Estimator<TimeSeries> {
  private final int patch;
  private final int width;
  private final int heads;
  private final int blocks;
  private final Training training;

  EegTransformer(int patch, int width, int heads, int blocks, Training training) {
    this.patch = patch;
    this.width = width;
    this.heads = heads;
    this.blocks = blocks;
    this.training = training;
  }

  /** Returns this recipe with patches of {@code samples} samples; at least 1. */
  public EegTransformer patch(int samples) {
    return new EegTransformer(samples, width, heads, blocks, training);
  }

  /** Returns this recipe with {@code n} features per patch; a multiple of the heads. */
  public EegTransformer width(int n) {
    return new EegTransformer(patch, n, heads, blocks, training);
  }

  /** Returns this recipe with {@code n} attention heads; the width must be a multiple of it. */
  public EegTransformer heads(int n) {
    return new EegTransformer(patch, width, n, blocks, training);
  }

  /** Returns this recipe with {@code n} encoder blocks; at least 1. */
  public EegTransformer blocks(int n) {
    return new EegTransformer(patch, width, heads, n, training);
  }

  /** Returns this recipe with other settings of training. */
  public EegTransformer training(Training settings) {
    return new EegTransformer(patch, width, heads, blocks, settings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if a size is not positive, or the width no multiple of
   *     the heads
   */
  @Override
  public <Z extends TimeSeries> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    NetworkFactory body = Networks.eegTransformer(patch, width, heads, blocks);
    return new NetworkRecipe(toString(), body, true, training).fit(train, validation);
  }

  @Override
  public String toString() {
    return "transformer of "
        + blocks
        + " blocks x "
        + heads
        + " heads, width "
        + width
        + ", patches of "
        + patch
        + " samples";
  }
}
