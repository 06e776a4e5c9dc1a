package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureHeadTest {

  @ParameterizedTest
  @CsvSource({"1,1", "1,5", "3,2", "8,3", "2,10", "1,20"})
  void gradientIsThatOfCentralDifferences(int components, int dimensions) {
    MixtureLayout layout = new MixtureLayout(components, dimensions);
    double[] outputs = Mixtures.outputs(layout, 3);
    double[] z = new Random(4).doubles(dimensions, -1, 1).toArray();
    double[] gradient = new double[layout.size()];
    MixtureHead head = new MixtureHead(layout);
    head.lossAndGradient(outputs, z, gradient);
    double largest = 0;
    for (int i = 0; i < gradient.length; i++) {
      double expected = difference(head, outputs, z, i);
      largest = Math.max(largest, Math.abs(gradient[i] - expected) / (1 + Math.abs(expected)));
    }
    assertTrue(largest < 1e-7, "largest relative error " + largest);
  }

  /** Central difference of fourth order. */
  private static double difference(MixtureHead head, double[] outputs, double[] z, int i) {
    double h = 1e-3;
    return (8 * (at(head, outputs, z, i, h) - at(head, outputs, z, i, -h))
            - at(head, outputs, z, i, 2 * h)
            + at(head, outputs, z, i, -2 * h))
        / (12 * h);
  }

  private static double at(MixtureHead head, double[] outputs, double[] z, int i, double by) {
    double[] moved = outputs.clone();
    moved[i] += by;
    return head.loss(moved, z);
  }

  @Test
  void gradientIsZeroBeyondTheClamp() {
    MixtureLayout layout = new MixtureLayout(1, 2);
    double[] outputs = {0, 0.1, 0.2, 9, -9, 0.3};
    double[] gradient = new double[layout.size()];
    MixtureHead head = new MixtureHead(layout);
    double loss = head.lossAndGradient(outputs, new double[] {0.1, 0.2}, gradient);
    assertEquals(0, gradient[3]);
    assertEquals(0, gradient[4]);
    double[] further = {0, 0.1, 0.2, 20, -20, 0.3};
    assertEquals(loss, head.loss(further, new double[] {0.1, 0.2}));
  }

  @Test
  void lossIsThatOfTheTextbookFormulaInOneDimension() {
    double[] outputs = {0.3, 0.5, Math.log(2)};
    double precision = 1 + 4;
    double expected = 0.5 * Math.log(2 * Math.PI / precision) + 0.5 * precision * 0.49;
    MixtureHead head = new MixtureHead(new MixtureLayout(1, 1));
    assertEquals(expected, head.loss(outputs, new double[] {1.2}), 1e-14);
  }

  @Test
  void lossStaysFiniteAtTheNarrowestAndMostSkewedFactors() {
    MixtureLayout layout = new MixtureLayout(1, 3);
    double[] outputs = {0, 0, 0, 0, 8, 8, 8, 1e6, -1e6, 1e6};
    double[] gradient = new double[layout.size()];
    double loss =
        new MixtureHead(layout).lossAndGradient(outputs, new double[] {0.1, 0, -0.1}, gradient);
    assertTrue(Double.isFinite(loss));
    for (double g : gradient) {
      assertTrue(Double.isFinite(g));
    }
  }

  @Test
  void shareOfAComponentThatIsFarAwayVanishesWithoutOverflow() {
    MixtureLayout layout = new MixtureLayout(2, 1);
    double[] outputs = {0, 0, 0, 900, 40, 3};
    double[] gradient = new double[layout.size()];
    double loss = new MixtureHead(layout).lossAndGradient(outputs, new double[] {0}, gradient);
    assertTrue(Double.isFinite(loss));
  }
}
