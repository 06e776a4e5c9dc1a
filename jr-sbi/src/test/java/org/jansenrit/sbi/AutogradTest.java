package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss that is written by hand against one that the engine differentiates, in the plane. */
class AutogradTest {
  private static final int ROWS = 5;
  private static final MixtureLayout LAYOUT = new MixtureLayout(3, 2);

  @Test
  void gradientIsThatOfTheEngine() {
    Random random = new Random(1);
    double[][] z = new double[ROWS][2];
    float[] outputs = new float[ROWS * LAYOUT.size()];
    for (int i = 0; i < ROWS; i++) {
      z[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
    }
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextGaussian();
    }
    float[] gradient = new float[outputs.length];
    int[] rows = {0, 1, 2, 3, 4};
    var loss = new PosteriorLoss(LAYOUT, z, Proposals.prior(ROWS), 1);
    double value = loss.evaluate(rows, outputs, gradient);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(doubles(outputs), new Shape(ROWS, 3, LAYOUT.stride()));
      x.setRequiresGradient(true);
      try (GradientCollector tape = Engine.getInstance().newGradientCollector()) {
        NDArray engine = meanLoss(manager, x, z);
        tape.backward(engine);
        assertEquals(engine.getDouble(), value, 1e-9);
      }
      double[] expected = x.getGradient().toDoubleArray();
      for (int i = 0; i < gradient.length; i++) {
        assertEquals(expected[i], gradient[i], 1e-6, "output " + i);
      }
    }
  }

  private static double[] doubles(float... values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  /** Factors A = (s, 0; c t, t), with logarithms of s and t, in P = I + A'A. */
  private static NDArray meanLoss(NDManager manager, NDArray x, double[]... z) {
    NDArray one = manager.create(1.0);
    NDArray half = manager.create(0.5);
    NDArray twoPi = manager.create(2 * Math.PI);
    NDArray[] o = new NDArray[LAYOUT.stride()];
    for (int j = 0; j < o.length; j++) {
      o[j] = x.get("...," + j);
    }
    NDArray u = column(manager, z, 0).sub(o[1]);
    NDArray v = column(manager, z, 1).sub(o[2]);
    NDArray s = o[3].exp();
    NDArray t = o[4].exp();
    NDArray ct = o[5].mul(t);
    NDArray first = one.add(s.mul(s)).add(ct.mul(ct));
    NDArray mixed = ct.mul(t);
    NDArray second = one.add(t.mul(t));
    NDArray determinant = first.mul(second).sub(mixed.mul(mixed));
    NDArray squares =
        first
            .mul(u)
            .mul(u)
            .add(second.mul(v).mul(v))
            .add(mixed.mul(u).mul(v))
            .add(mixed.mul(u).mul(v));
    NDArray density =
        determinant.sqrt().mul(half.mul(squares).neg().exp()).div(twoPi).mul(o[0].softmax(1));
    return NDArrays.stack(new NDList(density)).sum(new int[] {0, 2}).log().mean().neg();
  }

  private static NDArray column(NDManager manager, double[][] z, int j) {
    double[] values = new double[z.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = z[i][j];
    }
    return manager.create(values, new Shape(values.length, 1));
  }
}
