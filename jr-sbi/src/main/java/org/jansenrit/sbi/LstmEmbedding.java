package org.jansenrit.sbi;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/** A recurrent network in one direction, one layer. */
record LstmEmbedding(int units) implements Embedding<TimeSeries> {

  LstmEmbedding {
    if (units < 1) {
      throw new IllegalArgumentException(
          "an LSTM embedding needs at least 1 unit, but got " + units);
    }
  }

  @Override
  public NetworkFactory network() {
    return Networks.lstm(units, 1, false);
  }

  @Override
  public boolean scalesChannels() {
    return true;
  }

  @Override
  public String toString() {
    return "LSTM " + units;
  }
}
