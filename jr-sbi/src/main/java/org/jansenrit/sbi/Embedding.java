package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/**
 * What reads an observation before the layers of the density: learnt with them, in one network.
 *
 * @param <X> the kind of observation that can be read
 */
public sealed interface Embedding<X extends Observations> {

  /** Reads the values as they are: for features. */
  static Embedding<Observations> none() {
    return new Layers<>(new int[0]);
  }

  /**
   * Fully connected layers before those of the density.
   *
   * @param units units of each layer, at least 1
   */
  static Embedding<Observations> mlp(int... units) {
    return new Layers<>(units.clone());
  }

  /**
   * A long short-term memory over the samples of a time series. The mixture is a linear function of
   * the mean of its states; the hidden layers of the {@link MixtureDensity} are not used.
   *
   * @param units number of states, at least 1
   * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber
   *     (1997)</a>
   */
  static Embedding<TimeSeries> lstm(int units) {
    return new Lstm(units);
  }

  /** Returns the network between the scaled observation and the outputs. */
  NetworkFactory body(MixtureDensity density);

  /** Returns whether all samples of a channel are scaled alike, rather than each by its own. */
  boolean scalesChannels();

  /** Fully connected layers. */
  final class Layers<X extends Observations> implements Embedding<X> {
    private final int[] units;

    private Layers(int[] units) {
      this.units = units;
    }

    @Override
    public NetworkFactory body(MixtureDensity density) {
      IntStream own = IntStream.generate(density::width).limit(density.layers());
      return Networks.mlp(IntStream.concat(Arrays.stream(units), own).toArray());
    }

    @Override
    public boolean scalesChannels() {
      return false;
    }

    @Override
    public String toString() {
      return units.length == 0 ? "no embedding" : "MLP " + Arrays.toString(units);
    }
  }

  /** A recurrent network. */
  record Lstm(int units) implements Embedding<TimeSeries> {
    @Override
    public NetworkFactory body(MixtureDensity density) {
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
}
