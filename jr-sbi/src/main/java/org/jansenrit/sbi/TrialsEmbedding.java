package org.jansenrit.sbi;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Trials;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/** Reads each trial alike, and forgets their order. */
record TrialsEmbedding<X extends Observations>(Embedding<X> each)
    implements Embedding<Trials<? extends X>> {

  @Override
  public NetworkFactory network() {
    return Networks.overTrials(each.network());
  }

  @Override
  public boolean scalesChannels() {
    return each.scalesChannels();
  }

  @Override
  public String toString() {
    return each + " over trials";
  }
}
