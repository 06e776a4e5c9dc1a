package org.jansenrit.sbi;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;

/**
 * What reads an observation before the layers of the density: learnt with them, in one network.
 *
 * @param <X> the kind of observation that can be read
 */
public sealed interface Embedding<X extends Observations> permits LayersEmbedding, LstmEmbedding {

  /** Reads the values as they are: for features. */
  static Embedding<Observations> none() {
    return new LayersEmbedding();
  }

  /**
   * Fully connected layers before those of the density.
   *
   * @param units units of each layer, at least 1
   * @throws IllegalArgumentException if a layer has no units
   */
  static Embedding<Observations> mlp(int... units) {
    return new LayersEmbedding(units);
  }

  /**
   * A long short-term memory over the samples of a time series; the hidden layers of the {@link
   * MixtureDensity} read the mean of its states.
   *
   * @param units number of states, at least 1
   * @throws IllegalArgumentException if there are none
   * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber
   *     (1997)</a>
   */
  static Embedding<TimeSeries> lstm(int units) {
    return new LstmEmbedding(units);
  }

  /** Returns the network between the scaled observation and the outputs. */
  NetworkFactory body(MixtureDensity density);

  /** Returns whether all samples of a channel are scaled alike, rather than each by its own. */
  boolean scalesChannels();
}
