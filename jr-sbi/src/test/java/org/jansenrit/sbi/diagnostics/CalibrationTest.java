package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.Posterior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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

  /** Parameters that are whole numbers: most draws are the truth, or as far from any point. */
  @Test
  void tiesAreBrokenAtRandomByAllChecks() {
    LinearGaussian model = new LinearGaussian(2, 0.5, 1, 0);
    Dataset<Features> noise = model.simulate(1000, 1);
    AmortizedPosterior<Features> prior = new WholeNumbers(model.prior());
    ParameterTable whole = prior.givenEach(noise.x()).get(0).sample(1000, 5);
    CalibrationReport report = Calibration.run(prior, Dataset.of(whole, noise.x()), 100, 2);
    assertTrue(report.calibrated(), report::verdict);
  }

  /** Draws of a prior, rounded, whatever is observed. */
  private record WholeNumbers(Prior prior) implements AmortizedPosterior<Features>, Posterior {
    @Override
    public List<Posterior> givenEach(Features x) {
      return Collections.nCopies(x.size(), this);
    }

    @Override
    public List<Parameter> parameters() {
      return prior.parameters();
    }

    @Override
    public ParameterTable sample(int n, long seed) {
      ParameterTable draws = prior.sample(n, seed);
      double[][] rows = new double[n][];
      Arrays.setAll(rows, i -> Arrays.stream(draws.row(i)).map(Math::rint).toArray());
      return ParameterTable.of(parameters(), rows);
    }

    @Override
    public double[] logDensity(ParameterTable theta) {
      double[] logs = new double[theta.size()];
      Arrays.setAll(logs, i -> prior.logDensity(theta.row(i)));
      return logs;
    }
  }

  @Test
  void oneSimulationIsRefusedByAllChecks() {
    LinearGaussian right = new LinearGaussian(2, 0.5, 1, 0);
    Dataset<Features> one = right.simulate(1, 1);
    for (Executable check :
        List.<Executable>of(
            () -> Sbc.run(right, one, 9, 1),
            () -> Coverage.run(right, one, 9, 1),
            () -> ExpectedCoverage.run(right, one, 9, 1),
            () -> Tarp.run(right, one, 9, 1),
            () -> Calibration.run(right, one, 9, 1))) {
      assertEquals(
          "calibration is tested on at least 2 finite simulations, usually 1000, but there are 1",
          assertThrows(IllegalArgumentException.class, check).getMessage());
    }
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
