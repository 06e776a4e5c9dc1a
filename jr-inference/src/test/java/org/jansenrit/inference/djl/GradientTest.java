package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block against central differences, in double precision, with the garbage collector run
 * between forward and backward: what the graph needs must still be there.
 */
class GradientTest {
  private static final int BATCH = 3;
  private static final double STEP = 1e-5;
  private static final TransformerBody SMALL =
      TransformerBody.standard().width(8).heads(2).blocks(1);

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("mlp", Networks.mlp(6, 5), new int[] {4}),
        Arguments.of("mlp over series", Networks.mlp(6), new int[] {2, 5}),
        Arguments.of("lstm", new LstmBody(4, 1, false, false, 0), new int[] {2, 6}),
        Arguments.of("convolutions", new CnnBody(3), new int[] {2, 20}),
        Arguments.of("trials", Networks.overTrials(Networks.mlp(5, 3)), new int[] {4, 2}),
        Arguments.of(
            "trials of series",
            Networks.overTrials(Networks.lstm(3, 1, false)),
            new int[] {3, 2, 5}),
        Arguments.of(
            "two-layer lstm, last state", new LstmBody(3, 2, false, true, 0.1), new int[] {2, 5}),
        Arguments.of("bidirectional lstm", new LstmBody(4, 2, true, false, 0), new int[] {2, 6}),
        Arguments.of(
            "bidirectional lstm, last states", new LstmBody(3, 1, true, true, 0), new int[] {2, 5}),
        Arguments.of("cnn, bidirectional lstm", new CnnBiLstmBody(3, 2, 0.1), new int[] {2, 20}),
        Arguments.of("transformer", SMALL.patch(3).blocks(2), new int[] {2, 12}),
        Arguments.of("transformer, patches filled up", SMALL.patch(4), new int[] {2, 10}),
        Arguments.of(
            "transformer, gate and attention pooling",
            SMALL.patch(3).gate(true).attentionPooling(true),
            new int[] {2, 12}),
        Arguments.of(
            "published transformer",
            TransformerBody.asPublished().width(4).heads(2),
            new int[] {2, 7}),
        Arguments.of("graph transformer", GraphTransformerBody.of(4, 2, 1, 0.1), new int[] {3, 5}),
        Arguments.of(
            "published graph transformer",
            new GraphTransformerBody(3, 4, 2, 0, 0.1),
            new int[] {4, 5}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void gradientsSurviveTheGarbageCollector(String name, NetworkFactory body, int[] shape) {
    try (NDManager manager = Torch.newManager()) {
      Torch.withoutTape();
      BodyAndHead block = new BodyAndHead(body.body(shape), 2);
      block.initialize(manager, DataType.FLOAT64, Batches.shape(BATCH, shape));
      drawInDouble(block);
      NDArray x = manager.create(values(BATCH * size(shape)), Batches.shape(BATCH, shape));
      for (int repeat = 0; repeat < 3; repeat++) {
        backward(manager, block, x);
        for (Parameter parameter : block.getParameters().values()) {
          compare(manager, block, x, parameter);
          parameter.getArray().getGradient().subi(parameter.getArray().getGradient());
        }
      }
    }
  }

  private static void backward(NDManager manager, Block block, NDArray x) {
    try (NDManager step = manager.newSubManager();
        GradientCollector tape = Torch.engine().newGradientCollector()) {
      NDArray loss = loss(step, block, x);
      churn();
      tape.backward(loss);
    }
  }

  private static void compare(NDManager manager, Block block, NDArray x, Parameter parameter) {
    double[] gradient = parameter.getArray().getGradient().toDoubleArray();
    double[] weights = parameter.getArray().toDoubleArray();
    for (int i = 0; i < weights.length; i += Math.max(1, weights.length / 5)) {
      double up = lossAt(manager, block, x, parameter, i, STEP);
      double down = lossAt(manager, block, x, parameter, i, -STEP);
      assertEquals(
          (up - down) / (2 * STEP), gradient[i], 1e-6, parameter.getName() + "[" + i + "]");
    }
  }

  private static double lossAt(
      NDManager manager, Block block, NDArray x, Parameter parameter, int i, double by) {
    double[] weights = parameter.getArray().toDoubleArray();
    double before = weights[i];
    weights[i] = before + by;
    set(parameter, weights);
    try (NDManager step = manager.newSubManager()) {
      return loss(step, block, x).getDouble();
    } finally {
      weights[i] = before;
      set(parameter, weights);
    }
  }

  private static NDArray loss(NDManager step, Block block, NDArray x) {
    NDArray input = x.duplicate();
    input.attach(step);
    NDArray out = block.forward(new ParameterStore(step, false), new NDList(input), false).head();
    return out.mul(step.create(values(2 * BATCH), new Shape(BATCH, 2))).sum();
  }

  private static void set(Parameter parameter, double[] values) {
    NDArray array = parameter.getArray();
    try (NDManager scratch = array.getManager().newSubManager()) {
      scratch.create(values, array.getShape()).copyTo(array);
    }
  }

  private static void drawInDouble(Block block) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(5L);
    for (Parameter parameter : block.getParameters().values()) {
      double[] values = parameter.getArray().toDoubleArray();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.8 * (random.nextDouble() - 0.5);
      }
      set(parameter, values);
    }
  }

  private static int size(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  private static double[] values(int n) {
    return RandomSource.XO_SHI_RO_256_PP.create(11L).doubles(n, -1, 1).toArray();
  }

  /** Collects garbage and overwrites the memory of freed buffers. */
  static void churn() {
    System.gc();
    sleep();
    ByteBuffer[] buffers = new ByteBuffer[5_000];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = ByteBuffer.allocateDirect(8).putLong(0, Double.doubleToLongBits(1e300));
    }
    System.gc();
    sleep();
  }

  private static void sleep() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
