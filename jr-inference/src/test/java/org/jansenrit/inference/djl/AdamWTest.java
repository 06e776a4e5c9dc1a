package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final double RATE = 0.1;
  private static final double DECAY = 0.5;

  private NDManager manager;
  private Linear layer;

  @BeforeEach
  void createLayer() {
    Torch.withoutTape();
    manager = Torch.newManager();
    layer = Linear.builder().setUnits(1).build();
    layer.initialize(manager, DataType.FLOAT32, new Shape(1, 2));
    Weights.write(new float[] {1, -2}, weights());
    Weights.write(new float[] {3}, bias());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray weights() {
    return layer.getParameters().get("weight").getArray();
  }

  private NDArray bias() {
    return layer.getParameters().get("bias").getArray();
  }

  private void backward(float... gradient) {
    try (NDManager step = manager.newSubManager();
        GradientCollector tape = Torch.engine().newGradientCollector()) {
      NDArray g = step.create(new float[] {gradient[0], gradient[1]}, new Shape(1, 2));
      NDArray loss = g.mul(weights()).sum().add(step.create(gradient[2]).mul(bias()).sum());
      tape.backward(loss);
    }
  }

  private boolean step(AdamW adam, float... gradient) {
    backward(gradient);
    try (NDManager scratch = manager.newSubManager()) {
      return adam.step(scratch, RATE);
    }
  }

  /** Three steps by Algorithm 2 of the paper, in plain Java. */
  @Test
  void followsThePaper() {
    AdamW adam = new AdamW(layer, DECAY, Double.POSITIVE_INFINITY);
    float[][] gradients = {{1, 2, -3}, {0.5f, -1, 0.1f}, {-2, 0, 4}};
    double[] x = {1, -2, 3};
    double[] m = new double[3];
    double[] v = new double[3];
    for (int t = 1; t <= 3; t++) {
      assertTrue(step(adam, gradients[t - 1]));
      for (int i = 0; i < 3; i++) {
        double g = gradients[t - 1][i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double up = m[i] / (1 - Math.pow(0.9, t)) / Math.sqrt(v[i] / (1 - Math.pow(0.999, t)));
        x[i] -= RATE * (up + (i < 2 ? DECAY * x[i] : 0)); // a bias does not decay
      }
    }
    assertArrayEquals(new float[] {(float) x[0], (float) x[1]}, weights().toFloatArray(), 1e-5f);
    assertEquals(x[2], bias().getFloat(0), 1e-5);
  }

  /** Adam's first step does not see the scale; its second does. */
  @Test
  void clipsTheNormOfTheWholeGradient() {
    AdamW clipped = new AdamW(layer, 0, 5);
    step(clipped, 1, 2, 2);
    step(clipped, 30, 0, 40); // norm 50, so a tenth of it counts
    float[] one = weights().toFloatArray();
    manager.close();
    createLayer();
    AdamW plain = new AdamW(layer, 0, Double.POSITIVE_INFINITY);
    step(plain, 1, 2, 2);
    step(plain, 3, 0, 4);
    assertArrayEquals(weights().toFloatArray(), one, 1e-6f);
  }

  @Test
  void aGradientThatIsNotFiniteChangesNothingAndIsForgotten() {
    AdamW adam = new AdamW(layer, DECAY, 5);
    assertFalse(step(adam, 1, Float.NaN, 1));
    assertFalse(step(adam, 1, 1, Float.POSITIVE_INFINITY));
    assertArrayEquals(new float[] {1, -2}, weights().toFloatArray());
    assertTrue(step(adam, 1, 1, 1));
    assertEquals(2.9f, bias().getFloat(0), 1e-5);
  }
}
