package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {

  private static CoverageReport run(LinearGaussian posterior, long seed) {
    return Coverage.run(posterior, posterior.simulate(1000, seed), 300, seed + 1);
  }

  /** A right posterior fails with a probability below 0.01. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void rightPosteriorIsNotRejected(long seed) {
    CoverageReport report = run(new LinearGaussian(3, 0.5, 1, 0), seed);
    assertTrue(report.calibrated(), report::toString);
    for (CoverageReport.Row row : report.rows()) {
      assertEquals(row.level(), row.share(), 4.5 * row.standardError());
    }
  }

  /** sd x 0.8: 80 % intervals hold 69.5 %, 8 standard errors of 1000 simulations too few. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void posteriorThatIsTooNarrowIsRejected(long seed) {
    CoverageReport report = run(new LinearGaussian(3, 0.5, 0.8, 0), seed);
    assertTrue(report.rows().stream().allMatch(row -> row.p() < 0.01), report::toString);
    assertTrue(report.verdict().startsWith("not calibrated: theta0 (overconfident: "));
    assertEquals(0.695, report.share(LinearGaussian.FIRST, 0.8), 0.06);
  }

  /**
   * A shift by 0.3 sd: 80 % intervals hold Phi(0.98) - Phi(-1.58) = 78.0 %, 7 standard errors of
   * 20,000 simulations too few, but only 1.6 of 1000.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void posteriorThatIsShiftedIsRejectedByManySimulations(long seed) {
    LinearGaussian shifted = new LinearGaussian(1, 0.5, 1, 0.3);
    CoverageReport report = Coverage.run(shifted, shifted.simulate(20_000, seed), 100, seed + 1);
    assertTrue(report.rows().get(0).p() < 0.01, report::toString);
    assertTrue(report.verdict().startsWith("not calibrated: theta0 (overconfident: "));
    assertEquals(0.78, report.share(LinearGaussian.FIRST, 0.8), 0.012);
  }

  @Test
  void posteriorThatIsTooWideIsCalledUnderconfident() {
    CoverageReport report = run(new LinearGaussian(1, 0.5, 1.25, 0), 3);
    assertTrue(report.verdict().contains("theta0 (underconfident: "), report::toString);
  }

  @Test
  void coverageAfterSbcIsThatOfAFreshRun() {
    LinearGaussian right = new LinearGaussian(2, 1, 1, 0);
    var test = right.simulate(200, 4);
    CoverageReport fresh = Coverage.run(right, test, 100, 6);
    CoverageReport after = Sbc.run(right, test, 100, 6).coverage();
    assertEquals(fresh.rows(), after.rows());
    assertArrayEquals(fresh.curve(LinearGaussian.FIRST), after.curve(LinearGaussian.FIRST));
  }

  @Test
  void curveRisesOverTheGrid() {
    CoverageReport report = run(new LinearGaussian(1, 1, 1, 0), 2);
    double[] curve = report.curve(LinearGaussian.FIRST);
    assertEquals(report.grid().length, curve.length);
    for (int i = 1; i < curve.length; i++) {
      assertTrue(curve[i] >= curve[i - 1]);
    }
  }

  @Test
  void tableHasALevelPerColumnAndTheReportIsOneLine() {
    CoverageReport report = run(new LinearGaussian(2, 1, 1, 0), 2);
    assertEquals(
        List.of("parameter", "50 %", "80 %", "90 %", "95 %", "p, all"), report.table().header());
    assertEquals(2, report.table().rows().size());
    assertEquals(1, report.toString().lines().count());
  }

  @Test
  void levelsThatAreNotBetweenZeroAndOneAreRefused() {
    LinearGaussian model = new LinearGaussian(1, 1, 1, 0);
    CoverageReport central = Coverage.run(model, model.simulate(50, 2), 30, 3);
    ExpectedCoverageReport regions = ExpectedCoverage.run(model, model.simulate(50, 2), 30, 3);
    String percent = "the level must be between 0 and 1, but was 90.0. Was it given in percent?";
    assertRefused(percent, () -> central.share(LinearGaussian.FIRST, 90));
    assertRefused(percent, () -> regions.coverage(90));
    String nan = "the level must be between 0 and 1, but was NaN";
    assertRefused(nan, () -> central.share(LinearGaussian.FIRST, Double.NaN));
    assertRefused(nan, () -> regions.coverage(Double.NaN));
    assertEquals(0.9, regions.coverage(0.9), 0.15);
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
