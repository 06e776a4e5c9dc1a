package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomicLossTest {
  private static final int[] ROWS = {4, 9, 0, 7, 13, 2};

  private static double[][] points(int d) {
    Random random = new Random(1);
    double[][] z = new double[20][];
    Arrays.setAll(z, i -> random.doubles(d, -1, 1).toArray());
    return z;
  }

  private static float[] outputs(MixtureLayout layout) {
    Random random = new Random(2);
    float[] outputs = new float[ROWS.length * layout.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (random.nextInt(4097) - 2048) / 4096f; // differences of floats are then exact
    }
    return outputs;
  }

  /** -log of q(own) / p(own) over the sum of q / p of the atoms, row by row. */
  @Test
  void lossIsThatOfTellingOnesOwnFromTheNextRows() {
    MixtureLayout layout = new MixtureLayout(3, 2);
    double[][] z = points(2);
    float[] outputs = outputs(layout);
    double expected = 0;
    for (int b = 0; b < ROWS.length; b++) {
      double[] own = new double[layout.size()];
      int from = b * own.length;
      Arrays.setAll(own, j -> outputs[from + j]);
      GaussianMixture q = GaussianMixture.of(layout, own);
      double sum = 0;
      for (int a = 0; a < 4; a++) {
        sum += ratio(q, z[ROWS[(b + a) % ROWS.length]]);
      }
      expected -= Math.log(ratio(q, z[ROWS[b]]) / sum) / ROWS.length;
    }
    assertEquals(
        expected,
        new AtomicLoss(layout, z, new double[0][], 4, 1).evaluate(ROWS, outputs, null),
        1e-12);
  }

  private static double ratio(GaussianMixture q, double[] z) {
    return Math.exp(q.logDensity(z) - NormalComponent.standardLogDensity(z));
  }

  @ParameterizedTest
  @CsvSource({"1,1,3", "3,2,4", "2,10,6", "200,2,10"})
  void gradientIsThatOfCentralDifferences(int components, int dimensions, int atoms) {
    MixtureLayout layout = new MixtureLayout(components, dimensions);
    AtomicLoss loss = new AtomicLoss(layout, points(dimensions), points(dimensions), atoms, 1);
    float[] outputs = outputs(layout);
    float[] gradient = new float[outputs.length];
    loss.evaluate(ROWS, outputs, gradient);
    Random random = new Random(5);
    double largest = 0;
    for (int trial = 0; trial < 100; trial++) {
      int i = random.nextInt(outputs.length);
      double slope = slope(loss, outputs, i);
      largest = Math.max(largest, Math.abs(gradient[i] - slope) / (1e-3 + Math.abs(slope)));
    }
    assertTrue(largest < 2e-5, "largest relative error " + largest);
  }

  private static double slope(AtomicLoss loss, float[] outputs, int i) {
    float h = 0x1p-9f;
    return (8 * (at(loss, outputs, i, h) - at(loss, outputs, i, -h))
            - at(loss, outputs, i, 2 * h)
            + at(loss, outputs, i, -2 * h))
        / (12 * h);
  }

  private static double at(AtomicLoss loss, float[] outputs, int i, float by) {
    float[] moved = outputs.clone();
    moved[i] += by;
    return loss.evaluate(ROWS, moved, null);
  }
}
