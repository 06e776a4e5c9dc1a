package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.junit.jupiter.api.Test;

class C2stTest {

  private static ParameterTable normal(int n, double shift, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] rows = new double[n][2];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> gaussian.sample() + (j == 0 ? shift : 0));
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
    assertTrue(report.figure().toSvg().contains("guessing"));
  }

  /**
   * Standard error of an accuracy: 0.008. Of six uniform p-values three or more are below 0.05 once
   * in 450 times.
   */
  @Test
  void drawsOfOneDistributionAreRarelyToldApart() {
    int rejected = 0;
    for (long i = 0; i < 6; i++) {
      C2stReport report = C2st.run(normal(2000, 0, 2 * i), normal(2000, 0, 2 * i + 1), i);
      assertEquals(0.5, report.accuracy(), 0.03);
      rejected += report.p() < 0.05 ? 1 : 0;
    }
    assertTrue(rejected < 3, rejected + " of 6");
  }

  /** A shift by 0.3 sd: the best classifier is right in 56 %, 7 standard errors above guessing. */
  @Test
  void drawsThatAreSlightlyShiftedOrTooNarrowAreToldApart() {
    assertTrue(C2st.run(normal(2000, 0, 1), normal(2000, 0.3, 2), 3).p() < 0.01);
    double[][] narrow = new double[2000][];
    ParameterTable wide = normal(2000, 0, 2);
    Arrays.setAll(narrow, i -> new double[] {0.8 * wide.get(i, 0), 0.8 * wide.get(i, 1)});
    ParameterTable draws = ParameterTable.of(LinearGaussian.parameters(2), narrow);
    assertTrue(C2st.run(normal(2000, 0, 1), draws, 3).p() < 0.01);
  }

  @Test
  void parametersThatDoNotVaryAreOnlyCentred() {
    double[][] x = new double[200][];
    double[][] y = new double[200][];
    Arrays.setAll(x, i -> new double[] {i, 3});
    Arrays.setAll(y, i -> new double[] {i, 4});
    ParameterTable three = ParameterTable.of(LinearGaussian.parameters(2), x);
    ParameterTable four = ParameterTable.of(LinearGaussian.parameters(2), y);
    assertTrue(C2st.run(three, three, 1).p() > 0.01);
    assertTrue(C2st.run(three, four, 1).p() < 0.01);
  }

  @Test
  void tablesThatDoNotFitAreRefused() {
    assertThrows(ShapeException.class, () -> C2st.run(normal(100, 0, 1), normal(99, 0, 1), 1));
    assertThrows(
        IllegalArgumentException.class, () -> C2st.run(normal(20, 0, 1), normal(20, 0, 1), 1));
  }
}
