package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shapes and numbers of weights, counted by hand. The published networks are those of the
 * repository lina-usc/Jansen-Rit-Model-Benchmarking-Deep-Learning, over 64 channels of 1201
 * samples, with 9 outputs.
 */
class BodiesTest {
  private static final int CHANNELS = 64;
  private static final int SAMPLES = 1201;
  private static final int OUTPUTS = 9;

  private static int linear(int inputs, int outputs) {
    return (inputs + 1) * outputs;
  }

  private static int lstm(int inputs, int units) {
    return 4 * units * (inputs + units + 2);
  }

  private static int norm(int width) {
    return 2 * width;
  }

  static Stream<Arguments> networks() {
    int encoder =
        linear(64, 192) + linear(64, 64) + 2 * norm(64) + linear(64, 128) + linear(128, 64);
    return Stream.of(
        Arguments.of(
            "published transformer",
            TransformerBody.asPublished(),
            128,
            linear(64, 128)
                + 128
                + 4 * linear(128, 128)
                + linear(128, 512)
                + linear(512, 128)
                + 2 * norm(128)
                + linear(128, OUTPUTS)),
        Arguments.of(
            "published LSTM",
            new LstmBody(64, 2, false, true, 0.1),
            64,
            lstm(64, 64) + lstm(64, 64) + linear(64, OUTPUTS)),
        Arguments.of(
            "LSTM over patches",
            new LstmBody(64, 1, false, false, 0).withPatch(10),
            64,
            lstm(640, 64) + linear(64, OUTPUTS)),
        Arguments.of(
            "published bidirectional LSTM",
            new LstmBody(64, 1, true, true, 0.1),
            128,
            2 * lstm(64, 64) + linear(128, OUTPUTS)),
        Arguments.of(
            "published graph transformer",
            GraphTransformerBody.asPublished(),
            128,
            linear(SAMPLES, 64) + 4 * linear(64, 128) + linear(128, OUTPUTS)),
        Arguments.of(
            "transformer",
            TransformerBody.standard(),
            64,
            linear(64 * 25, 64) + 2 * encoder + norm(64) + linear(64, OUTPUTS)),
        Arguments.of(
            "transformer, gate and attention pooling",
            TransformerBody.standard().gate(true).attentionPooling(true),
            64,
            linear(64 * 25, 64)
                + 64
                + 2 * encoder
                + norm(64)
                + linear(64, 1)
                + linear(64, OUTPUTS)),
        Arguments.of(
            "graph transformer",
            GraphTransformerBody.of(64, 4, 2, 0.1),
            64,
            linear(SAMPLES, 64) + CHANNELS * 64 + 2 * encoder + norm(64) + linear(64, OUTPUTS)),
        Arguments.of(
            "convolutions and bidirectional LSTM",
            new CnnBiLstmBody(64, 64, 0),
            128,
            linear(64 * 7, 64) + linear(64 * 5, 64) + 2 * lstm(64, 64) + linear(128, OUTPUTS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void networkHasTheFeaturesAndWeightsCountedByHand(
      String name, NetworkFactory body, int features, int weights) {
    int[] row = {CHANNELS, SAMPLES};
    try (NDManager manager = Torch.newManager()) {
      Shape input = Batches.shape(2, row);
      var alone = body.body(row);
      alone.initialize(manager, DataType.FLOAT32, input);
      assertEquals(new Shape(2, features), alone.getOutputShapes(new Shape[] {input})[0]);
    }
    try (Network network = Network.create(body, row, Rows.squares(), 1)) {
      int perOutput = features + 1;
      assertEquals(weights - (OUTPUTS - 1) * perOutput, count(network));
    }
  }

  /** Weights of a network of one output. */
  private static int count(Network network) {
    return network.weights().values().stream().mapToInt(values -> values.length).sum();
  }

  /** 207,881: the number that PyTorch gives for the published class, head included. */
  @Test
  void publishedTransformerHasTheWeightsOfThePublishedClass() {
    int[] row = {CHANNELS, SAMPLES};
    try (Network network = Network.create(TransformerBody.asPublished(), row, Rows.squares(), 1)) {
      assertEquals(207_881 - 8 * 129, count(network));
    }
  }

  /** The features of the last state: forwards after the last sample, backwards after the first. */
  @Test
  void lastStatesOfAReversedSeriesSwapDirections() {
    int[] row = {1, 6};
    float[] series = {0.3f, -1, 2, 0.5f, -0.7f, 1.1f};
    float[] reversed = new float[6];
    for (int k = 0; k < 6; k++) {
      reversed[k] = series[5 - k];
    }
    try (NDManager manager = Torch.newManager()) {
      Torch.withoutTape();
      var body = new LstmBody(2, 1, true, true, 0).body(row);
      body.initialize(manager, DataType.FLOAT32, Batches.shape(1, row));
      var weights = body.getParameters().values();
      for (int i = 0; i < 4; i++) { // both directions alike
        weights.get(i).getArray().copyTo(weights.get(i + 4).getArray());
      }
      float[] there = features(manager, body, series);
      float[] back = features(manager, body, reversed);
      assertEquals(there[0], back[2], 1e-6);
      assertEquals(there[3], back[1], 1e-6);
    }
  }

  private static float[] features(NDManager manager, Block body, float[] series) {
    var x = manager.create(series, new Shape(1, 1, series.length));
    var store = new ParameterStore(manager, false);
    return body.forward(store, new NDList(x), false).head().toFloatArray();
  }

  /** Swapping two channels must swap two nodes, whose mean is the same. */
  @Test
  void publishedGraphTransformerTakesChannelsInAnyOrder() {
    Rows rows = Rows.normal(3, 4, 3, 5);
    float[][] swapped = new float[3][];
    for (int i = 0; i < 3; i++) {
      float[] r = rows.values()[i];
      swapped[i] = new float[15];
      System.arraycopy(r, 5, swapped[i], 0, 5);
      System.arraycopy(r, 0, swapped[i], 5, 5);
      System.arraycopy(r, 10, swapped[i], 10, 5);
    }
    int[] row = {3, 5};
    try (Network published =
            Network.create(GraphTransformerBody.asPublished(), row, Rows.squares(), 1);
        Network named =
            Network.create(GraphTransformerBody.of(8, 2, 1, 0), row, Rows.squares(), 1)) {
      float[] a = published.predict(rows);
      float[] b = published.predict(new Rows(swapped, row));
      for (int i = 0; i < 3; i++) {
        assertEquals(a[i], b[i], 1e-5);
      }
      float difference = named.predict(rows)[0] - named.predict(new Rows(swapped, row))[0];
      assertTrue(Math.abs(difference) > 1e-4, difference + "");
    }
  }

  @Test
  void sizesThatMakeNoNetworkAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CnnBiLstmBody(0, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> new CnnBiLstmBody(4, 4, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new LstmBody(4, 1, false, true, 1));
    assertThrows(IllegalArgumentException.class, () -> GraphTransformerBody.of(9, 2, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> GraphTransformerBody.of(8, 2, 0, 0));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> TransformerBody.standard().dropout(-0.1));
    assertEquals("dropout of a transformer must be in [0, 1), but was -0.1", e.getMessage());
  }
}
