package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.Posterior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 1000 simulations in three dimensions; a right posterior fails each check once in 100 times. */
class CalibrationTest {
  private static final LinearGaussian RIGHT = new LinearGaussian(3, 0.5, 1, 0);

  private static CalibrationReport run(LinearGaussian posterior, long seed) {
    return Calibration.run(posterior, posterior.simulate(1000, seed), 300, seed + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rightPosteriorPassesAllChecks(long seed) {
    CalibrationReport report = run(RIGHT, seed);
    assertTrue(report.calibrated(), report::toString);
    assertTrue(report.expectedCoverage().largestError() <= 0.052, report::toString);
    assertTrue(Math.abs(report.tarp().area()) <= 0.03, report::toString);
  }

  /** Over all three parameters the level of the truth moves by more than ten standard errors. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void posteriorThatIsTooNarrowFailsAllChecks(long seed) {
    CalibrationReport report = run(new LinearGaussian(3, 0.5, 0.8, 0), seed);
    assertTrue(report.expectedCoverage().p() < 0.01, report::toString);
    assertTrue(report.tarp().p() < 0.01, report::toString);
    assertFalse(report.sbc().calibrated() || report.coverage().calibrated());
    assertTrue(report.expectedCoverage().verdict().startsWith("overconfident"), report::verdict);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void posteriorThatIsShiftedFails(long seed) {
    CalibrationReport report = run(new LinearGaussian(3, 0.5, 1, 0.3), seed);
    assertFalse(report.sbc().calibrated(), report::toString);
  }

  /**
   * Regions and nearness see a shift in second order only. The mean square distance of the truth
   * rises by 0.27 of 3, 11 standard errors of 10,000 simulations but 3.5 of 1000; at 10,000 the
   * p-values of five seeds were below 1e-10 and 1e-4.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void posteriorThatIsShiftedFailsTheJointChecksWithManySimulations(long seed) {
    LinearGaussian shifted = new LinearGaussian(3, 0.5, 1, 0.3);
    CalibrationReport report =
        Calibration.run(shifted, shifted.simulate(10_000, seed), 100, seed + 1);
    assertTrue(report.expectedCoverage().p() < 0.01, report::toString);
    assertTrue(report.expectedCoverage().verdict().startsWith("overconfident"), report::verdict);
    assertTrue(report.tarp().p() < 0.01, report::toString);
    assertTrue(report.tarp().verdict().startsWith("draws are not where the truth is"));
  }

  /** SBC cannot see it, nor can TARP with references that do not depend on the observation. */
  @Test
  void priorInPlaceOfThePosteriorIsSeenByTarp() {
    CalibrationReport report =
        Calibration.run(new Ignorant(RIGHT), RIGHT.simulate(1000, 1), 300, 2);
    assertTrue(report.sbc().calibrated(), report::toString);
    assertTrue(report.tarp().p() < 0.01, report::toString);
  }

  /** Always answers with the posterior of an observation that says nothing. */
  private record Ignorant(LinearGaussian model) implements AmortizedPosterior<Features> {
    @Override
    public Prior prior() {
      return model.prior();
    }

    @Override
    public List<Posterior> givenEach(Features x) {
      LinearGaussian blind = new LinearGaussian(model.dimensions(), 1e6, 1, 0);
      return blind.givenEach(x);
    }
  }

  @Test
  void checksTogetherAreThoseAlone() {
    var test = RIGHT.simulate(100, 4);
    CalibrationReport report = Calibration.run(RIGHT, test, 50, 6);
    assertEquals(Sbc.run(RIGHT, test, 50, 6).rows(), report.sbc().rows());
    double[] regions = ExpectedCoverage.run(RIGHT, test, 50, 6).shares();
    assertArrayEquals(regions, report.expectedCoverage().shares(), 1.0 / 51);
    assertEquals(100, Tarp.run(RIGHT, test, 50, 6).shares().length);
  }

  @Test
  void figureAndArraysHaveAllChecks() {
    CalibrationReport report = Calibration.run(RIGHT, RIGHT.simulate(60, 4), 20, 6);
    String svg = report.figure().toSvg();
    for (String text : List.of("Ranks of the truth", "Expected coverage", "TARP", "theta2")) {
      assertTrue(svg.contains(text), text);
    }
    String names = report.arrays().toString();
    assertTrue(names.contains("sbc/rank/theta0") && names.contains("tarp/share_nearer"), names);
  }
}
