package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.junit.jupiter.api.Test;

class C2stTest {

  private static ParameterTable normal(int n, double shift, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[n][2];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> random.nextGaussian() + (j == 0 ? shift : 0));
    }
    return ParameterTable.of(LinearGaussian.parameters(2), rows);
  }

  /** The best classifier of two normals at distance 1 is right with probability Phi(1/2). */
  @Test
  void accuracyIsNearlyThatOfTheBestClassifier() {
    C2stReport report = C2st.run(normal(2000, 0, 1), normal(2000, 1, 2), 3);
    double best = NormalDistribution.of(0, 1).cumulativeProbability(0.5);
    assertEquals(best, report.accuracy(), 0.03);
    assertTrue(report.p() < 1e-6);
    assertTrue(report.verdict().startsWith("told apart: "), report::verdict);
  }

  /** Standard error of the accuracy: 0.008. */
  @Test
  void drawsOfOneDistributionAreNotToldApart() {
    C2stReport report = C2st.run(normal(2000, 0, 1), normal(2000, 0, 2), 3);
    assertEquals(0.5, report.accuracy(), 0.025);
    assertTrue(report.p() > 0.01, report::toString);
  }

  @Test
  void tablesThatDoNotFitAreRefused() {
    assertThrows(ShapeException.class, () -> C2st.run(normal(100, 0, 1), normal(99, 0, 1), 1));
    assertThrows(
        IllegalArgumentException.class, () -> C2st.run(normal(20, 0, 1), normal(20, 0, 1), 1));
  }
}
