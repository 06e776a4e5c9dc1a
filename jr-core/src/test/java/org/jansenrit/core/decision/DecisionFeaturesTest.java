package org.jansenrit.core.decision;

import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.junit.jupiter.api.Test;

class DecisionFeaturesTest {

  /** Five trials by hand: left after 10, 20 and 30 ms, right after 40 ms, one undecided. */
  private static TrialOutcomes byHand(double coherence) {
    return new TrialOutcomes(coherence, new int[] {20, -40, 0, 10, 30}, ms(1), 100);
  }

  @Test
  void outcomesAreThoseOfTheTrials() {
    TrialOutcomes left = byHand(10);
    assertEquals(0.75, left.accuracy());
    assertEquals(0.2, left.undecided(), 1e-15);
    assertArrayEquals(new double[] {110, 120, 130}, left.correct());
    assertArrayEquals(new double[] {140}, left.wrong());
    assertEquals(TrialOutcomes.Choice.RIGHT, left.choice(1));
    assertEquals(140, left.reactionTime(1));
    assertTrue(Double.isNaN(left.reactionTime(2)));
    assertEquals(0.25, byHand(-10).accuracy());
    assertEquals(
        "5 trials at 10 %: accuracy 0.750, mean reaction time 125.0 ms, 20.0 % undecided",
        left.toString());
  }

  @Test
  void theStudyKeepsThirteenAndAllKeepsThreeMore() {
    List<TrialOutcomes> one = List.of(byHand(10));
    assertArrayEquals(
        new double[] {0.75, 120, 140, 112, 116, 120, 124, 128, 140, 140, 140, 140, 140},
        DecisionFeatures.STUDY.values(one, false),
        1e-9);
    assertEquals(13, DecisionFeatures.STUDY.names(List.of(10.0)).size());
    double[] all = DecisionFeatures.ALL.values(one, false);
    assertEquals(16, all.length);
    assertEquals(0.2, all[13], 1e-15);
    assertEquals(Math.sqrt(500.0 / 3), all[14], 1e-9);
    assertEquals(0, all[15], 1e-12);
    assertArrayEquals(new double[] {0.75, 120}, DecisionFeatures.CURVES.values(one, false));
  }

  @Test
  void namesSayTheCoherenceWhereThereAreSeveral() {
    assertEquals(
        List.of("accuracy", "mean RT correct (ms)"), DecisionFeatures.CURVES.names(List.of(15.0)));
    assertEquals(
        List.of(
            "accuracy at 3.2 %",
            "mean RT correct (ms) at 3.2 %", "accuracy at -15 %", "mean RT correct (ms) at -15 %"),
        DecisionFeatures.CURVES.names(List.of(3.2, -15.0)));
  }

  @Test
  void withoutWrongChoicesTheTimesOfCorrectOnesStandForTheirs() {
    TrialOutcomes sure = new TrialOutcomes(50, new int[] {10, 20, 30}, ms(1), 0);
    double[] values = DecisionFeatures.STUDY.values(List.of(sure), false);
    assertEquals(1, values[0]);
    assertEquals(20, values[2]);
    assertArrayEquals(Arrays.copyOfRange(values, 3, 8), Arrays.copyOfRange(values, 8, 13));
  }

  /** By hand; quantiles as in NumPy's default. */
  @Test
  void statisticsOfFourTimesAreThoseComputedByHand() {
    double[] times = {1, 2, 3, 10};
    assertEquals(4, ReactionTimes.mean(times));
    assertEquals(Math.sqrt(50.0 / 3), ReactionTimes.sd(times), 1e-12);
    assertEquals(45 / Math.pow(12.5, 1.5), ReactionTimes.skewness(times), 1e-12);
    assertEquals(1, ReactionTimes.quantile(times, 0));
    assertEquals(2.5, ReactionTimes.quantile(times, 0.5));
    assertEquals(7.9, ReactionTimes.quantile(times, 0.9), 1e-12);
    assertEquals(10, ReactionTimes.quantile(times, 1));
  }

  /** Shifting and scaling times shifts and scales what is in ms, and leaves the skewness. */
  @Property
  void statisticsFollowAChangeOfUnit(@ForAll long seed) {
    double[] x =
        new SplittableRandom(seed).doubles(30, 100, 900).map(t -> t * t / 900).sorted().toArray();
    double[] y = Arrays.stream(x).map(t -> 50 + 3 * t).toArray();
    assertEquals(50 + 3 * ReactionTimes.mean(x), ReactionTimes.mean(y), 1e-9);
    assertEquals(3 * ReactionTimes.sd(x), ReactionTimes.sd(y), 1e-9);
    assertEquals(ReactionTimes.skewness(x), ReactionTimes.skewness(y), 1e-9);
    assertEquals(50 + 3 * ReactionTimes.quantile(x, 0.3), ReactionTimes.quantile(y, 0.3), 1e-9);
  }

  @Test
  void statisticsOfNothingAreNotNumbers() {
    assertTrue(Double.isNaN(ReactionTimes.mean(new double[0])));
    assertTrue(Double.isNaN(ReactionTimes.quantile(new double[0], 0.5)));
  }

  @Test
  void curvesAreDrawnOverRisingCoherence() {
    DecisionOutcomes outcomes = new DecisionOutcomes(List.of(byHand(20), byHand(-20), byHand(5)));
    assertEquals("Figure[\"Decisions\", 2 panels, 800 x 334 px]", outcomes.figure().toString());
    double[] x = {-20, 5, 20};
    Panel psychometric =
        Panel.of("Psychometric", "coherence (%)", "accuracy (1)")
            .line("", x, new double[] {0.25, 0.75, 0.75})
            .yRange(0, 1);
    Panel chronometric =
        Panel.of("Chronometric", "coherence (%)", "mean reaction time (ms)")
            .line("correct", x, new double[] {140, 120, 120})
            .line("wrong", x, new double[] {120, 140, 140});
    Figure expected = Figure.grid("Decisions", 2, psychometric, chronometric);
    assertEquals(expected.toSvg(), outcomes.figure().toSvg());
    assertEquals(0.2, outcomes.undecided(), 1e-12);
    Exception e = assertThrows(IllegalArgumentException.class, () -> outcomes.at(7));
    assertEquals("there were no trials at 7.0 %; there were at [20.0, -20.0, 5.0]", e.getMessage());
  }
}
