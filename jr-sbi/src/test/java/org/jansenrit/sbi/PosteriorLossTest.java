package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosteriorLossTest {
  private static final MixtureLayout LAYOUT = new MixtureLayout(3, 2);
  private static final int ROWS = 150;
  private static final double[][] Z = normals();

  private static double[][] normals() {
    double[][] z = new double[500][];
    Random random = new Random(1);
    Arrays.setAll(z, i -> new double[] {random.nextGaussian(), random.nextGaussian()});
    return z;
  }

  private static float[] outputs() {
    Random random = new Random(2);
    float[] outputs = new float[ROWS * LAYOUT.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextGaussian();
    }
    return outputs;
  }

  private static int[] rows() {
    return IntStream.range(0, ROWS).map(i -> 499 - 3 * i).toArray();
  }

  @Test
  void lossIsTheMeanOverTheRowsAskedFor() {
    float[] outputs = outputs();
    MixtureHead head = new MixtureHead(LAYOUT);
    double sum = 0;
    for (int b = 0; b < ROWS; b++) {
      double[] own = new double[LAYOUT.size()];
      int from = b * own.length;
      Arrays.setAll(own, j -> outputs[from + j]);
      sum += head.loss(own, Z[499 - 3 * b]);
    }
    PosteriorLoss loss = new PosteriorLoss(LAYOUT, Z, 1);
    assertEquals(sum / ROWS, loss.evaluate(rows(), outputs, null), 1e-12);
  }

  @Test
  void gradientIsThatOfTheMean() {
    float[] outputs = outputs();
    PosteriorLoss loss = new PosteriorLoss(LAYOUT, Z, 1);
    float[] gradient = new float[outputs.length];
    loss.evaluate(rows(), outputs, gradient);
    for (int i = 5; i < outputs.length; i += 101) {
      float[] up = outputs.clone();
      float[] down = outputs.clone();
      up[i] += 0.01f;
      down[i] -= 0.01f;
      double slope = loss.evaluate(rows(), up, null) - loss.evaluate(rows(), down, null);
      assertEquals(slope / (up[i] - (double) down[i]), gradient[i], 1e-5);
    }
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
    PosteriorLoss loss = new PosteriorLoss(LAYOUT, Z, 1);
    float[] many = new float[ROWS * LAYOUT.size()];
    double together = loss.evaluate(rows(), outputs(), many);
    float[] one = new float[many.length];
    ForkJoinPool single = new ForkJoinPool(1);
    double alone = single.submit(() -> loss.evaluate(rows(), outputs(), one)).get();
    single.shutdown();
    assertEquals(together, alone);
    assertArrayEquals(many, one);
  }

  @Test
  void componentsStartApartWithSmallFactors() {
    float[] bias = new float[LAYOUT.size()];
    float[] factor = new float[LAYOUT.size()];
    new PosteriorLoss(LAYOUT, Z, 1).initialHead(bias, factor);
    assertNotEquals(bias[LAYOUT.mean(0)], bias[LAYOUT.mean(1)]);
    assertEquals(0, bias[LAYOUT.diagonal(1)]);
    assertEquals(1, factor[LAYOUT.mean(2)]);
    assertEquals(0.1f, factor[LAYOUT.logit(2)]);
  }

  @Test
  void oneComponentStartsAtThePriorsMean() {
    MixtureLayout one = new MixtureLayout(1, 2);
    float[] bias = new float[one.size()];
    new PosteriorLoss(one, Z, 1).initialHead(bias, new float[one.size()]);
    assertArrayEquals(new float[one.size()], bias);
  }
}
