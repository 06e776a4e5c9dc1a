package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenStartTest {
  private static final MixtureLayout LAYOUT = new MixtureLayout(3, 1);
  private static final int[] ROWS = {1, 0};

  /** Three numbers per normal: logit, mean, width. */
  private static final float[] OUTPUTS = {
    0.5f, -1, 0.25f, -2, 0.5f, 0, 1, 0, -0.5f, 3, 1, 0.5f, 0, 0.25f, -1, -4, 2, 1
  };

  private static PosteriorLoss loss() {
    return new PosteriorLoss(LAYOUT, new double[][] {{0.7}, {-0.2}}, Proposals.prior(2), 1);
  }

  private static double meanOfLogWeights(float[] outputs, int row) {
    double logits = 0;
    double total = 0;
    for (int k = 0; k < LAYOUT.components(); k++) {
      double logit = outputs[row * LAYOUT.size() + LAYOUT.logit(k)];
      logits += logit;
      total += Math.exp(logit);
    }
    return logits / LAYOUT.components() - Math.log(total);
  }

  /** Of the mean over rows, by central differences. */
  private static double slope(int i) {
    float h = 0x1p-7f;
    double sum = 0;
    for (int row = 0; row < ROWS.length; row++) {
      float[] up = OUTPUTS.clone();
      float[] down = OUTPUTS.clone();
      up[i] += h;
      down[i] -= h;
      sum -= (meanOfLogWeights(up, row) - meanOfLogWeights(down, row)) / (2 * h);
    }
    return sum / ROWS.length;
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0.25,0.5", "0.5,0", "0.9,0"})
  void gradientFavoursEqualWeightsUntilHalfOfTheEpochs(double share, double strength) {
    float[] plain = new float[OUTPUTS.length];
    loss().evaluate(ROWS, OUTPUTS, plain);
    float[] gradient = new float[OUTPUTS.length];
    EvenStart even = new EvenStart(loss(), LAYOUT);
    even.begin(share);
    even.evaluate(ROWS, OUTPUTS, gradient);
    for (int i = 0; i < gradient.length; i++) {
      assertEquals(plain[i] + strength * slope(i), gradient[i], 2e-5, "output " + i);
    }
  }

  @Test
  void lossIsTheSameInAllEpochs() {
    EvenStart even = new EvenStart(loss(), LAYOUT);
    double expected = loss().evaluate(ROWS, OUTPUTS, null);
    for (double share = 0; share < 1; share += 0.25) {
      even.begin(share);
      assertEquals(expected, even.evaluate(ROWS, OUTPUTS, null));
      assertEquals(expected, even.evaluate(ROWS, OUTPUTS, new float[OUTPUTS.length]));
    }
  }

  @Test
  void networksStartWhereTheLossSays() {
    float[] bias = new float[LAYOUT.size()];
    float[] factor = new float[LAYOUT.size()];
    float[] otherBias = bias.clone();
    float[] otherFactor = factor.clone();
    loss().initialHead(bias, factor);
    new EvenStart(loss(), LAYOUT).initialHead(otherBias, otherFactor);
    assertArrayEquals(bias, otherBias);
    assertArrayEquals(factor, otherFactor);
  }
}
