package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;

/** Bodies of networks: from rows of numbers to features. */
public final class Networks {
  private Networks() {}

  /**
   * Fully connected layers with SiLU activations, over rows of any shape, flattened.
   *
   * @param hidden units of each layer; none for a linear network
   */
  public static NetworkFactory mlp(int... hidden) {
    int[] units = hidden.clone();
    for (int n : units) {
      require(n, "units of a hidden layer");
    }
    return new Described(
        Archive.of(SavedBodies.MLP).with("hidden", list(units)), shape -> mlpBody(units));
  }

  private static Block mlpBody(int... units) {
    SequentialBlock body = new SequentialBlock();
    body.add(LambdaBlock.singleton(Networks::flatten));
    for (int n : units) {
      body.add(linear(n)).add(Silu.block());
    }
    return body;
  }

  /**
   * Fully connected layers with SiLU activations behind another body.
   *
   * @param first what comes before
   * @param hidden units of each layer; none for {@code first} itself
   */
  public static NetworkFactory mlpAfter(NetworkFactory first, int... hidden) {
    NetworkFactory layers = mlp(hidden);
    return new Described(
        Archive.of(SavedBodies.MLP_AFTER)
            .with("first", first.toArchive())
            .with("hidden", list(hidden)),
        shape -> new SequentialBlock().add(first.body(shape)).add(layers.body(shape)));
  }

  /**
   * A long short-term memory over the samples of rows of (channels, samples); its features are the
   * mean of its states over time.
   *
   * @param units states per direction
   * @param layers layers, one above the other
   * @param bidirectional whether a second one runs backwards in time
   * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber
   *     (1997)</a>
   */
  public static NetworkFactory lstm(int units, int layers, boolean bidirectional) {
    require(units, "units of an LSTM");
    require(layers, "layers of an LSTM");
    return new Described(
        Archive.of(SavedBodies.LSTM)
            .with("units", units)
            .with("layers", layers)
            .with("directions", bidirectional ? 2 : 1),
        shape ->
            new SequentialBlock()
                .add(LambdaBlock.singleton(x -> x.transpose(0, 2, 1)))
                .add(new LstmBlock(units, layers, bidirectional))
                .add(meanOverTime()));
  }

  /**
   * A transformer over patches of rows of (channels, samples): each patch of all channels becomes
   * one token; sinusoidal positions; encoder blocks that normalise before attention; the mean of
   * the tokens. The last patch is filled up with zeros where samples do not divide.
   *
   * @param patch samples per token
   * @param width features per token, a multiple of {@code heads}
   * @param heads attention heads
   * @param blocks encoder blocks
   * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017)</a>
   * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. (2020), on pre-norm blocks</a>
   */
  public static NetworkFactory eegTransformer(int patch, int width, int heads, int blocks) {
    require(patch, "samples of a patch");
    require(heads, "heads of a transformer");
    require(blocks, "blocks of a transformer");
    if (require(width, "width of a transformer") % heads != 0) {
      throw new IllegalArgumentException(
          "the width of a transformer must be a multiple of its heads, but "
              + width
              + " is none of "
              + heads);
    }
    return new Described(
        Archive.of(SavedBodies.EEG_TRANSFORMER)
            .with("patch", patch)
            .with("width", width)
            .with("heads", heads)
            .with("blocks", blocks),
        shape -> eegTransformerBody(patch, width, heads, blocks));
  }

  private static Block eegTransformerBody(int patch, int width, int heads, int blocks) {
    SequentialBlock body = new SequentialBlock();
    body.add(LambdaBlock.singleton(x -> Patches.of(x, patch)));
    body.add(linear(width)).add(LambdaBlock.singleton(Positions::add));
    for (int i = 0; i < blocks; i++) {
      body.add(new EncoderBlock(width, heads));
    }
    return body.add(LayerNorm.builder().axis(2).build()).add(meanOverTime());
  }

  private static List<Integer> list(int... values) {
    return Arrays.stream(values).boxed().toList();
  }

  static Linear linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  private static Block meanOverTime() {
    return LambdaBlock.singleton(x -> x.mean(new int[] {1}));
  }

  private static NDArray flatten(NDArray x) {
    return x.getShape().dimension() == 2 ? x : x.reshape(x.size(0), -1);
  }

  private static int require(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but were " + value);
    }
    return value;
  }
}
