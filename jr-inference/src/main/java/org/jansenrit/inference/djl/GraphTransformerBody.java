package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import org.jansenrit.core.data.Archive;

/**
 * A transformer over the channels of rows of (channels, samples): the series of each channel
 * becomes one node of a fully connected graph by a linear map; the mean of the nodes.
 *
 * @param input features of a node before attention; at least 1
 * @param width features of a node after it; a multiple of {@code heads}
 * @param heads attention heads; at least 1
 * @param blocks pre-norm encoder blocks over nodes that are told apart by a learnt vector each; 0
 *     for the published single layer of graph attention, to which all channels are alike
 * @param dropout share that is dropped out in training; in [0, 1)
 * @see <a href="https://arxiv.org/abs/2009.03509">Shi et al. (2021), for graph attention</a>
 */
public record GraphTransformerBody(int input, int width, int heads, int blocks, double dropout)
    implements NetworkFactory {

  /**
   * Checks the sizes.
   *
   * @param input at least 1; {@code width} where there are blocks
   * @param width a multiple of {@code heads}
   * @param heads at least 1
   * @param blocks at least 0
   * @param dropout in [0, 1)
   * @throws IllegalArgumentException if a size makes no network
   */
  public GraphTransformerBody {
    Networks.require(input, "features of a node");
    Networks.requireMultiple(width, heads);
    Networks.requireShare(dropout, "dropout of a transformer");
    if (blocks < 0 || (blocks > 0 && input != width)) {
      throw new IllegalArgumentException(
          "encoder blocks must not be negative and keep the width of a node, but were "
              + blocks
              + " from "
              + input
              + " to "
              + width);
    }
  }

  /**
   * {@return pre-norm encoder blocks of one width}
   *
   * @param width features of a node; a multiple of {@code heads}
   * @param heads attention heads; at least 1
   * @param blocks at least 1
   * @param dropout share that is left out in training; in [0, 1)
   * @throws IllegalArgumentException if a size makes no network
   */
  public static GraphTransformerBody of(int width, int heads, int blocks, double dropout) {
    Networks.require(blocks, "blocks of a transformer");
    return new GraphTransformerBody(width, width, heads, blocks, dropout);
  }

  /**
   * {@return the published network: nodes of 64 features, then 4 heads of 32}
   *
   * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025), repository</a>
   */
  public static GraphTransformerBody asPublished() {
    return new GraphTransformerBody(64, 128, 4, 0, 0.1);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedBodies.GRAPH_TRANSFORMER)
        .with("input", input)
        .with("width", width)
        .with("heads", heads)
        .with("blocks", blocks)
        .with("dropout", dropout);
  }

  @Override
  public Block body(int[] inputShape) {
    SequentialBlock body = new SequentialBlock().add(Networks.linear(input));
    if (blocks == 0) {
      body.add(new GraphAttentionBlock(width, heads, dropout));
    } else {
      body.add(new TokenNames());
      for (int i = 0; i < blocks; i++) {
        body.add(new EncoderBlock(width, heads, dropout));
      }
      body.add(Networks.layerNorm());
    }
    return body.add(Networks.meanOverTokens());
  }
}
