package org.jansenrit.sbi;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.CnnBody;
import org.jansenrit.inference.djl.NetworkFactory;

/** Convolutions over the samples. */
record CnnEmbedding(int filters) implements Embedding<TimeSeries> {

  CnnEmbedding {
    if (filters < 1) {
      throw new IllegalArgumentException(
          "a convolutional embedding needs at least 1 filter, but got " + filters);
    }
  }

  @Override
  public NetworkFactory network() {
    return new CnnBody(filters);
  }

  @Override
  public boolean scalesChannels() {
    return true;
  }

  @Override
  public String toString() {
    return "CNN " + filters;
  }
}
