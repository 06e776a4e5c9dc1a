package org.jansenrit.sbi;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.TransformerBody;

/** The transformer of the estimators, without their last layer. */
record TransformerEmbedding(int patch, int width, int heads, int blocks)
    implements Embedding<TimeSeries> {

  TransformerEmbedding {
    body(patch, width, heads, blocks); // refuses sizes that make no network
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "the width of a transformer must be a multiple of its heads, but "
              + width
              + " is none of "
              + heads);
    }
  }

  private static TransformerBody body(int patch, int width, int heads, int blocks) {
    return TransformerBody.standard().patch(patch).width(width).heads(heads).blocks(blocks);
  }

  @Override
  public NetworkFactory network() {
    return body(patch, width, heads, blocks);
  }

  @Override
  public boolean scalesChannels() {
    return true;
  }

  @Override
  public String toString() {
    return "transformer, patches of " + patch + " samples";
  }
}
