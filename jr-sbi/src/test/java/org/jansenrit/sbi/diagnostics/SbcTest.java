package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.JansenRit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Power with 1000 simulations at p &lt; 0.01 (two tests of one parameter, one of three with Holm):
 * sd x 0.8 moves the spread by 8.9 standard errors, a shift of 0.3 sd the mean rank by 10; both are
 * seen with a probability above 0.999. A right posterior fails with probability 0.01.
 */
class SbcTest {
  private static final LinearGaussian RIGHT = new LinearGaussian(3, 0.5, 1, 0);

  private static SbcReport run(LinearGaussian posterior, long seed) {
    return Sbc.run(posterior, posterior.simulate(1000, seed), 300, seed + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void rightPosteriorIsNotRejected(long seed) {
    SbcReport report = run(RIGHT, seed);
    assertTrue(report.calibrated(), report::toString);
    assertEquals("calibrated: no parameter is rejected at 1 %", report.verdict());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void posteriorThatIsTooNarrowIsRejected(long seed) {
    SbcReport report = run(new LinearGaussian(3, 0.5, 0.8, 0), seed);
    for (SbcReport.Row row : report.rows()) {
      assertTrue(row.p() < 0.01, report::toString);
      assertEquals("posterior too narrow", row.finding());
    }
    assertTrue(report.verdict().startsWith("not calibrated: theta0 (posterior too narrow, p = "));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void posteriorThatIsTooWideIsRejected(long seed) {
    SbcReport report = run(new LinearGaussian(1, 0.5, 1.25, 0), seed);
    assertEquals("posterior too wide", report.rows().get(0).finding());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void posteriorThatIsShiftedIsRejected(long seed) {
    SbcReport report = run(new LinearGaussian(3, 0.5, 1, 0.3), seed);
    for (SbcReport.Row row : report.rows()) {
      assertTrue(row.ksP() < 0.01 && row.p() < 0.01, report::toString);
      assertEquals("posterior too high", row.finding());
    }
  }

  /** 200 reports of 200 simulations: 0.01 x 200 = 2 false alarms expected, 8 or more in 0.1 %. */
  @Test
  void falseAlarmsAreAsRareAsPromised() {
    LinearGaussian one = new LinearGaussian(2, 1, 1, 0);
    int alarms = 0;
    for (int i = 0; i < 200; i++) {
      alarms += Sbc.run(one, one.simulate(200, 50 + i), 50, i).calibrated() ? 0 : 1;
    }
    assertTrue(alarms < 8, alarms + " false alarms");
  }

  /** The posterior variance is 0.2 of the prior's; 3000 simulations. */
  @Test
  void shrinkageAndScoresAreThoseOfTheClosedForm() {
    SbcReport.Row row = Sbc.run(RIGHT, RIGHT.simulate(3000, 8), 200, 9).row(LinearGaussian.FIRST);
    assertEquals(0.8, row.shrinkage(), 0.01);
    assertEquals(0, row.scoreMean(), 0.07);
    assertEquals(1, row.scoreSd(), 0.05);
  }

  /** Truths are 1/0.8 of these narrow widths away; draws have 0.64 of the right variance of 0.2. */
  @Test
  void shrinkageAndScoresSayHowNarrowOrShiftedAPosteriorIs() {
    SbcReport.Row narrow = run(new LinearGaussian(1, 0.5, 0.8, 0), 8).row(LinearGaussian.FIRST);
    assertEquals(1 - 0.64 * 0.2, narrow.shrinkage(), 0.01);
    assertEquals(1.25, narrow.scoreSd(), 0.1);
    SbcReport.Row shifted = run(new LinearGaussian(1, 0.5, 1, 0.3), 8).row(LinearGaussian.FIRST);
    assertEquals(0.3, shifted.scoreMean(), 0.12);
    assertEquals(1, shifted.scoreSd(), 0.08);
  }

  @Test
  void ranksRunFromZeroToTheNumberOfDrawsAndDependOnTheSeedOnly() {
    Dataset<Features> test = RIGHT.simulate(400, 1);
    SbcReport report = Sbc.run(RIGHT, test, 9, 2);
    int[] ranks = report.ranks(LinearGaussian.FIRST);
    assertEquals(0, Arrays.stream(ranks).min().orElseThrow());
    assertEquals(9, Arrays.stream(ranks).max().orElseThrow());
    assertArrayEquals(ranks, Sbc.run(RIGHT, test, 9, 2).ranks(LinearGaussian.FIRST));
    assertFalse(Arrays.equals(ranks, Sbc.run(RIGHT, test, 9, 3).ranks(LinearGaussian.FIRST)));
  }

  @Test
  void divergedSimulationsAreExcludedAndCounted() {
    Dataset<Features> test = RIGHT.simulate(50, 1);
    double[][] x = new double[50][];
    Arrays.setAll(x, i -> test.x().row(i));
    x[7][1] = Double.NaN;
    Dataset<Features> diverged = Dataset.of(test.theta(), Features.of(x, test.x().names()));
    SbcReport report = Sbc.run(RIGHT, diverged, 20, 1);
    assertEquals(49, report.simulations());
    assertEquals(1, report.excluded());
    assertTrue(report.toString().contains("49 simulations x 20 draws; 1 diverged"));
  }

  @Test
  void otherParametersAndTooFewDrawsAreRefused() {
    Dataset<Features> test = RIGHT.simulate(3, 1);
    assertEquals(
        "number of draws must be at least 2, but was 1",
        assertThrows(IllegalArgumentException.class, () -> Sbc.run(RIGHT, test, 1, 1))
            .getMessage());
    ParameterTable other = ParameterTable.of(List.of(JansenRit.A), new double[][] {{1}, {2}, {3}});
    Dataset<Features> wrong = Dataset.of(other, test.x());
    String message =
        assertThrows(IllegalArgumentException.class, () -> Sbc.run(RIGHT, wrong, 9, 1))
            .getMessage();
    assertTrue(message.contains("but the test set is of [A mV]"), message);
  }

  @Test
  void givenTakesExactlyOneObservation() {
    Dataset<Features> test = RIGHT.simulate(3, 1);
    assertEquals(
        "given: expected one observation (see givenEach and given(x, i)), but got 3",
        assertThrows(ShapeException.class, () -> RIGHT.given(test.x())).getMessage());
    String none =
        assertThrows(IndexOutOfBoundsException.class, () -> RIGHT.given(test.x(), 3)).getMessage();
    assertTrue(none.startsWith("no observation 3 in "), none);
    assertArrayEquals(
        RIGHT.given(test.x(), 2).sample(5, 1).row(4),
        RIGHT.givenEach(test.x()).get(2).sample(5, 1).row(4));
  }
}
