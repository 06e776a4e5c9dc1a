package org.jansenrit.sbi;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/** The transformer of the estimators, without their last layer. */
record TransformerEmbedding(int patch, int width, int heads, int blocks)
    implements Embedding<TimeSeries> {

  TransformerEmbedding {
    Networks.eegTransformer(patch, width, heads, blocks); // refuses sizes that make no network
  }

  @Override
  public NetworkFactory network() {
    return Networks.eegTransformer(patch, width, heads, blocks);
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
