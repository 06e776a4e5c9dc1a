package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import org.jansenrit.core.data.Archive;

/**
 * A transformer over patches of rows of (channels, samples): each patch of all channels becomes one
 * token by a linear map; sinusoidal positions; encoder blocks; a mean of the tokens. The last patch
 * is filled up with zeros where samples do not divide.
 *
 * @param patch samples per token; at least 1
 * @param width features per token; a multiple of the heads by the time a body is built
 * @param heads attention heads; at least 1
 * @param blocks encoder blocks; at least 1
 * @param gate whether each feature of a token is first multiplied by the sigmoid of a learnt weight
 * @param attentionPooling whether tokens are averaged with learnt weights rather than equal ones
 * @param dropout share that is dropped out in training; in [0, 1)
 * @param encoder the kind of encoder block
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017)</a>
 */
public record TransformerBody(
    int patch,
    int width,
    int heads,
    int blocks,
    boolean gate,
    boolean attentionPooling,
    double dropout,
    Encoder encoder)
    implements NetworkFactory {

  /** Kinds of encoder block. */
  public enum Encoder {
    /**
     * Layer norm before attention and before a layer of twice the width, each added to what
     * entered.
     *
     * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. (2020)</a>
     */
    PRE_NORM,

    /**
     * Layer norm after attention, to which its input is not added, and after a layer of four times
     * the width.
     *
     * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
     */
    AS_PUBLISHED
  }

  /**
   * Checks the sizes, but for width and heads together, which verbs may change one by one.
   *
   * @param patch at least 1
   * @param width at least 1
   * @param heads at least 1
   * @param blocks at least 1
   * @param gate whether features are gated
   * @param attentionPooling whether tokens are averaged with learnt weights
   * @param dropout in [0, 1)
   * @param encoder the kind of block
   * @throws IllegalArgumentException if a size makes no network
   */
  public TransformerBody {
    Networks.require(patch, "samples of a patch");
    Networks.require(blocks, "blocks of a transformer");
    Networks.require(width, "width of a transformer");
    Networks.require(heads, "heads of a transformer");
    Networks.requireShare(dropout, "dropout of a transformer");
  }

  /** {@return two pre-norm blocks of four heads and width 64 over patches of 25 samples} */
  public static TransformerBody standard() {
    return new TransformerBody(25, 64, 4, 2, false, false, 0.1, Encoder.PRE_NORM);
  }

  /**
   * {@return the published network: one block of four heads and width 128 over single samples}
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
   */
  public static TransformerBody asPublished() {
    return new TransformerBody(1, 128, 4, 1, true, false, 0.1, Encoder.AS_PUBLISHED);
  }

  /**
   * {@return this body with patches of another length}
   *
   * @param samples per token; at least 1
   */
  public TransformerBody patch(int samples) {
    return new TransformerBody(
        samples, width, heads, blocks, gate, attentionPooling, dropout, encoder);
  }

  /**
   * {@return this body with another width}
   *
   * @param features per token; a multiple of the heads by the time a body is built
   */
  public TransformerBody width(int features) {
    return new TransformerBody(
        patch, features, heads, blocks, gate, attentionPooling, dropout, encoder);
  }

  /**
   * {@return this body with another number of attention heads}
   *
   * @param count at least 1; the width must be a multiple of it by the time a body is built
   */
  public TransformerBody heads(int count) {
    return new TransformerBody(
        patch, width, count, blocks, gate, attentionPooling, dropout, encoder);
  }

  /**
   * {@return this body with another number of encoder blocks}
   *
   * @param count at least 1
   */
  public TransformerBody blocks(int count) {
    return new TransformerBody(
        patch, width, heads, count, gate, attentionPooling, dropout, encoder);
  }

  /**
   * {@return this body with a gate, or without}
   *
   * @param on whether each feature of a token is multiplied by the sigmoid of a learnt weight
   */
  public TransformerBody gate(boolean on) {
    return new TransformerBody(patch, width, heads, blocks, on, attentionPooling, dropout, encoder);
  }

  /**
   * {@return this body with another mean over tokens}
   *
   * @param on whether it has learnt weights rather than equal ones
   */
  public TransformerBody attentionPooling(boolean on) {
    return new TransformerBody(patch, width, heads, blocks, gate, on, dropout, encoder);
  }

  /**
   * {@return this body with another dropout}
   *
   * @param share that is left out in training; in [0, 1)
   */
  public TransformerBody dropout(double share) {
    return new TransformerBody(patch, width, heads, blocks, gate, attentionPooling, share, encoder);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedBodies.TRANSFORMER)
        .with("patch", patch)
        .with("width", width)
        .with("heads", heads)
        .with("blocks", blocks)
        .with("gate", gate)
        .with("attention pooling", attentionPooling)
        .with("dropout", dropout)
        .with("encoder", encoder.name());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the width is no multiple of the heads
   */
  @Override
  public Block body(int[] inputShape) {
    Networks.requireMultiple(width, heads);
    SequentialBlock body = new SequentialBlock();
    body.add(LambdaBlock.singleton(x -> Patches.of(x, patch))).add(Networks.linear(width));
    if (gate) {
      body.add(new FeatureGate());
    }
    body.add(LambdaBlock.singleton(Positions::add));
    for (int i = 0; i < blocks; i++) {
      body.add(block());
    }
    if (encoder == Encoder.PRE_NORM) {
      body.add(Networks.layerNorm());
    }
    return body.add(attentionPooling ? new AttentionPooling() : Networks.meanOverTokens());
  }

  private Block block() {
    return encoder == Encoder.PRE_NORM
        ? new EncoderBlock(width, heads, dropout)
        : new PublishedEncoderBlock(width, heads, dropout);
  }
}
