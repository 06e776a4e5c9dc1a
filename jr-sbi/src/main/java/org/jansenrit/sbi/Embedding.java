package org.jansenrit.sbi;

import java.util.Arrays;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Trials;
import org.jansenrit.inference.djl.NetworkFactory;

/**
 * What reads an observation before the layers of the density: learnt with them, in one network.
 *
 * @param <X> the kind of observation that can be read
 */
public sealed interface Embedding<X extends Observations>
    permits LayersEmbedding, CnnEmbedding, LstmEmbedding, TransformerEmbedding, TrialsEmbedding {

  /** {@return an embedding that reads the values as they are: for features} */
  static Embedding<Observations> none() {
    return mlp();
  }

  /**
   * {@return fully connected layers before those of the density}
   *
   * @param units units of each layer, at least 1
   * @throws IllegalArgumentException if a layer has no units
   */
  static Embedding<Observations> mlp(int... units) {
    return new LayersEmbedding(Arrays.stream(units).boxed().toList());
  }

  /**
   * {@return three convolutions over the samples of a time series, which leave a sixteenth of them}
   *
   * @param filters outputs of each convolution, at least 1; 32 say
   * @throws IllegalArgumentException if there are none
   */
  static Embedding<TimeSeries> cnn(int filters) {
    return new CnnEmbedding(filters);
  }

  /**
   * {@return a long short-term memory over the samples of a time series; the hidden layers of the
   * {@link MixtureDensity} read the mean of its states}
   *
   * @param units number of states, at least 1
   * @throws IllegalArgumentException if there are none
   * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber
   *     (1997)</a>
   */
  static Embedding<TimeSeries> lstm(int units) {
    return new LstmEmbedding(units);
  }

  /**
   * {@return a small transformer like that of {@link
   * org.jansenrit.inference.Estimators#eegTransformer}: attention over patches of a time series, 32
   * features in 4 heads, 2 blocks}
   *
   * @param patch samples per patch, at least 1; aim at 10 to 50 patches
   * @throws IllegalArgumentException if there are none
   * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017)</a>
   */
  static Embedding<TimeSeries> transformer(int patch) {
    return new TransformerEmbedding(patch, 32, 4, 2);
  }

  /**
   * {@return one embedding for each of several trials, then the means and the largest of its
   * features over trials: their order does not matter, and the network need not learn that}
   *
   * @param <X> the kind of observation of one trial that {@code each} can read
   * @param each reads one trial; {@code Embedding.mlp(128, 128)} for features
   * @see <a href="https://arxiv.org/abs/1703.06114">Zaheer et al. (2017)</a>
   */
  static <X extends Observations> Embedding<Trials<? extends X>> overTrials(Embedding<X> each) {
    return new TrialsEmbedding<>(each);
  }

  /** {@return the network between the scaled observation and the hidden layers of the density} */
  NetworkFactory network();

  /** {@return whether all samples of a channel are scaled alike, rather than each by its own} */
  boolean scalesChannels();
}
