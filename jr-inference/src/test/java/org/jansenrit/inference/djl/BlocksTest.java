package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

class BlocksTest {

  @Test
  void siluIsXTimesItsSigmoid() {
    try (NDManager manager = Torch.newManager()) {
      float[] y = Silu.of(manager.create(new float[] {-30, -1, 0, 2})).toFloatArray();
      float[] expected = {-2.8072e-12f, -0.2689414f, 0, 1.7615942f};
      assertArrayEquals(expected, y, 1e-6f);
    }
  }

  @Test
  void aPatchHoldsTheSameSamplesOfAllChannels() {
    try (NDManager manager = Torch.newManager()) {
      NDArray x =
          manager.create(new float[] {1, 2, 3, 4, 5, 10, 20, 30, 40, 50}, new Shape(1, 2, 5));
      NDArray patches = Patches.of(x, 2);
      assertEquals(new Shape(1, 3, 4), patches.getShape());
      assertArrayEquals(
          new float[] {1, 2, 10, 20, 3, 4, 30, 40, 5, 0, 50, 0}, patches.toFloatArray());
    }
  }

  /** Vaswani et al. (2017), section 3.5. */
  @Test
  void positionsAreSinesAndCosines() {
    float[] table = Positions.table(3, 4);
    assertArrayEquals(new float[] {0, 1, 0, 1}, Arrays.copyOf(table, 4));
    assertEquals(Math.sin(2), table[8], 1e-7);
    assertEquals(Math.cos(2 / 100.0), table[11], 1e-7);
  }

  @Test
  void weightsAndBiasesAreDrawnAsInPyTorch() {
    try (NDManager manager = Torch.newManager()) {
      Torch.withoutTape();
      var layer = Networks.linear(200);
      layer.initialize(manager, DataType.FLOAT32, new Shape(1, 25));
      InitialWeights.draw(layer, RandomSource.XO_SHI_RO_256_PP.create(1L));
      for (var parameter : layer.getParameters().values()) {
        float largest = parameter.getArray().abs().max().getFloat();
        assertTrue(largest <= 0.2 && largest > 0.19, parameter.getName() + ": " + largest);
      }
    }
  }

  @Test
  void theRateRisesThenFallsToAHundredth() {
    RateSchedule schedule =
        RateSchedule.of(Training.standard().epochs(10).learningRate(1).warmupSteps(4), 5);
    assertEquals(0.25, schedule.at(0));
    assertEquals(1, schedule.at(3));
    assertEquals(1, schedule.at(4));
    assertEquals(0.01, schedule.at(49), 1e-12);
    assertEquals(25, RateSchedule.of(Training.standard().epochs(10), 5).warmup());
  }

  @Test
  void sizesThatMakeNoNetworkAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Networks.mlp(0));
    assertThrows(IllegalArgumentException.class, () -> new LstmBody(0, 1, false, false, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> TransformerBody.standard().patch(0).width(8).heads(2).blocks(1));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TransformerBody.standard().width(9).heads(2).body(new int[] {1, 5}));
    assertEquals(
        "the width of a transformer must be a multiple of its heads, but 9 is none of 2",
        e.getMessage());
  }
}
