package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;

/** Bodies of networks: from rows of numbers to features. */
public final class Networks {
  private Networks() {}

  /**
   * {@return fully connected layers with SiLU activations, over rows of any shape, flattened}
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
   * {@return fully connected layers with SiLU activations behind another body}
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
   * {@return a long short-term memory over the samples of rows of (channels, samples); its features
   * are the mean of its states over time}
   *
   * @param units states per direction; at least 1
   * @param layers layers, one above the other; at least 1
   * @param bidirectional whether a second one runs backwards in time
   */
  public static NetworkFactory lstm(int units, int layers, boolean bidirectional) {
    return new LstmBody(units, layers, bidirectional, false, 0);
  }

  private static List<Integer> list(int... values) {
    return Arrays.stream(values).boxed().toList();
  }

  /**
   * {@return one body for each of several trials, over rows of (trials, shape...); the features of
   * a row are the means and the largest of those of its trials, so that their order does not
   * matter}
   *
   * @param each from one trial to its features
   * @see <a href="https://arxiv.org/abs/1703.06114">Zaheer et al. (2017)</a>
   */
  public static NetworkFactory overTrials(NetworkFactory each) {
    return new Described(
        Archive.of(SavedBodies.OVER_TRIALS).with("each", each.toArchive()),
        shape -> new TrialsBlock(each.body(Arrays.copyOfRange(shape, 1, shape.length))));
  }

  static Linear linear(int units) {
    return Linear.builder().setUnits(units).build();
  }

  /** A convolution over time whose output has one sample for each {@code stride} of its input. */
  static Conv1d convolution(int filters, int samples, int stride) {
    return Conv1d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(samples))
        .optStride(new Shape(stride))
        .optPadding(new Shape(samples / 2))
        .build();
  }

  static LayerNorm layerNorm() {
    return LayerNorm.builder().axis(2).build();
  }

  static Dropout dropout(double share) {
    return Dropout.builder().optRate((float) share).build();
  }

  /** Averages (batch, tokens, width) over tokens, which may be samples. */
  static Block meanOverTokens() {
    return LambdaBlock.singleton(x -> x.mean(new int[] {1}));
  }

  private static NDArray flatten(NDArray x) {
    return x.getShape().dimension() == 2 ? x : x.reshape(x.size(0), -1);
  }

  static int require(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but were " + value);
    }
    return value;
  }

  static void requireMultiple(int width, int heads) {
    require(heads, "heads of a transformer");
    if (require(width, "width of a transformer") % heads != 0) {
      throw new IllegalArgumentException(
          "the width of a transformer must be a multiple of its heads, but "
              + width
              + " is none of "
              + heads);
    }
  }

  static void requireShare(double share, String what) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(what + " must be in [0, 1), but was " + share);
    }
  }
}
