package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {
  private static final Parameter A = Parameter.of("A", "mV", 1);
  private static final Parameter R = Parameter.of("r", "1", 1);

  private static ParameterTable table(double[]... rows) {
    return ParameterTable.of(List.of(A, R), rows);
  }

  private static final ParameterTable TRUTH =
      table(new double[] {1, 5}, new double[] {2, 6}, new double[] {3, 7}, new double[] {4, 8});

  /** By hand: errors 0, 0, 1, 2; sums of squares 5 and 11, of products 7; ranks 1, 2, 3, 4. */
  @Test
  void scoresAreThoseComputedByHand() {
    ParameterTable estimates =
        table(new double[] {1, 5}, new double[] {2, 6}, new double[] {4, 7}, new double[] {6, 8});
    RecoveryReport report = RecoveryReport.of(TRUTH, estimates);
    RecoveryReport.Score a = report.score(A);
    // estimates have mean 3.25 and squares 1.5625 + 5.0625 + 0.5625 + 7.5625 = 14.75
    double products = -1.5 * -2.25 + -0.5 * -1.25 + 0.5 * 0.75 + 1.5 * 2.75;
    assertEquals(products / Math.sqrt(5 * 14.75), a.pearson(), 1e-12);
    assertEquals(1, a.spearman(), 1e-12);
    assertEquals(1 - 5 / 5.0, a.r2(), 1e-12);
    assertEquals(Math.sqrt(5 / 4.0), a.rmse(), 1e-12);
    assertEquals(1, report.score(R).r2(), 1e-12);
    assertEquals(0, report.score(R).rmse());
  }

  /** Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 x 5). */
  @Test
  void tiesShareTheMeanOfTheirRanks() {
    assertArrayEquals(new double[] {4, 2.5, 1, 2.5}, new Ranking(9, 3, -1, 3).ranks(1, 1, 1, 1));
    assertArrayEquals(new double[] {2, 2, 2}, new Ranking(7, 7, 7).ranks(1, 1, 1));
    assertEquals(
        4.5 / Math.sqrt(4.5 * 5),
        spearman(new double[] {1, 3, 3, 8}, new double[] {1, 2, 3, 4}),
        1e-12);
  }

  private static double spearman(double[] x, double[] y) {
    Pairs pairs = new Pairs(x, y, null);
    return pairs.spearman(pairs.once());
  }

  @Test
  void spearmanSeesTheOrderOnly() {
    double[] x = {0.1, 5, 2, 9, 3};
    double[] y = new double[5];
    Arrays.setAll(y, i -> -Math.exp(x[i]));
    assertEquals(-1, spearman(x, y), 1e-12);
  }

  @Test
  void correlationsOfAConstantAreNotANumber() {
    ParameterTable constant =
        table(new double[] {2, 5}, new double[] {2, 6}, new double[] {2, 7}, new double[] {2, 8});
    RecoveryReport.Score a = RecoveryReport.of(TRUTH, constant).score(A);
    assertTrue(Double.isNaN(a.pearson()) && Double.isNaN(a.spearman()), a.toString());
    assertEquals(1 - 6 / 5.0, a.r2(), 1e-12);
  }

  @Test
  void theTableHasUnitsAndTheTextIsOneLine() {
    ParameterTable estimates =
        table(new double[] {1, 8}, new double[] {2, 7}, new double[] {4, 6}, new double[] {6, 5});
    RecoveryReport report = RecoveryReport.of(TRUTH, estimates);
    assertEquals(
        List.of(
            "parameter",
            "unit",
            "r",
            "95 %",
            "Spearman",
            "95 %",
            "R2",
            "95 %",
            "RMSE",
            "95 %",
            "bias",
            "95 %"),
        report.table().header());
    List<String> row = report.table().rows().get(0);
    assertEquals(List.of("A", "mV", "0.990"), row.subList(0, 3));
    assertEquals("1.12", row.get(8));
    assertEquals("0.750", row.get(10));
    assertEquals("RecoveryReport[4 simulations; r: A 0.990, r -1.000]", report.toString());
    assertEquals(
        "A: r 0.990, Spearman 1.000, R2 0.000, RMSE 1.118 mV, bias 0.7500 mV",
        report.score(A).toString());
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    ShapeException e =
        assertThrows(ShapeException.class, () -> RecoveryReport.of(TRUTH, TRUTH.select(0, 1)));
    assertEquals(
        "estimates: expected theta 4 x [A mV, r], as the truth, but got theta 2 x [A mV, r]",
        e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> RecoveryReport.of(TRUTH.select(), TRUTH.select()));
    RecoveryReport report = RecoveryReport.of(TRUTH, TRUTH);
    Parameter missing = Parameter.of("B", "mV", 1);
    assertThrows(IllegalArgumentException.class, () -> report.score(missing));
  }
}
