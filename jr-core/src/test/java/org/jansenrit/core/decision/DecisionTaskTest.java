package org.jansenrit.core.decision;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.model.WongWangAmpa;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Execution;
import org.junit.jupiter.api.Test;

class DecisionTaskTest {
  private static final Prior STUDY =
      Prior.of(
          Prior.uniform(WongWang.J_LL),
          Prior.uniform(WongWang.J_LR),
          Prior.uniform(WongWang.BETA),
          Prior.uniform(DecisionTask.TAU_ND));

  private static final DecisionTask TASK =
      DecisionTask.of(WongWangDecision.standard().startingBetween(0, 0.1))
          .coherences(5, 20)
          .trials(70)
          .settling(ms(40))
          .undecided(1);

  private static void requireEqual(Features expected, Features actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.row(i), actual.row(i));
    }
  }

  @Property(tries = 12)
  void resultsDoNotDependOnLanesAndThreads(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int lanes,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    ParameterTable theta = STUDY.sample(5, seed);
    Features expected = TASK.execution(Execution.threads(1)).simulate(theta, Streams.of(seed));
    DecisionTask other = TASK.lanes(lanes).execution(Execution.threads(threads));
    requireEqual(expected, other.simulate(theta, Streams.of(seed)));
  }

  @Test
  void aSetAloneEqualsItsRowInATable() {
    ParameterTable theta = STUDY.sample(6, 4);
    Features all = TASK.simulate(theta, Streams.of(4));
    for (int i = 0; i < 6; i++) {
      Features alone = TASK.simulate(theta.select(i), Streams.of(4).from(i));
      assertArrayEquals(all.row(i), alone.row(0));
    }
  }

  /** The 50 sets of the first batch and those of the next ones are alike. */
  @Test
  void aSetOfALaterBatchEqualsTheSetAlone() {
    ParameterTable theta = STUDY.sample(53, 8);
    Features all = TASK.simulate(theta, Streams.of(8));
    for (int i : new int[] {49, 50, 52}) {
      Features alone = TASK.simulate(theta.select(i), Streams.of(8).from(i));
      assertArrayEquals(all.row(i), alone.row(0));
    }
  }

  /** One lane has trials of one condition only, 100 lanes those of many side by side. */
  @Test
  void trialsOfTheOtherVariantDoNotDependOnLanesEither() {
    ParameterTable theta =
        Prior.of(Prior.uniform(WongWangAmpa.J_N11), Prior.uniform(WongWang.BETA, 0.99, 1.01))
            .sample(4, 3);
    DecisionTask task =
        DecisionTask.of(WongWangDecision.of(WongWangAmpa.model()).thresholdOnRate().eulerNoise())
            .coherences(-5, 20)
            .trials(60)
            .undecided(1);
    Features alone = task.lanes(1).simulate(theta, Streams.of(3));
    assertTrue(alone.isFinite(0), "trials that decide");
    requireEqual(alone, task.lanes(100).simulate(theta, Streams.of(3)));
  }

  /** Trial j does not depend on how many follow. */
  @Test
  void moreTrialsKeepTheFirstOnes() {
    ParameterSet theta = STUDY.sample(1, 2).set(0);
    TrialOutcomes few = TASK.decide(theta, 2).at(20);
    TrialOutcomes many = TASK.trials(500).decide(theta, 2).at(20);
    for (int i = 0; i < few.trials(); i++) {
      assertEquals(few.choice(i), many.choice(i));
      assertEquals(few.reactionTime(i), many.reactionTime(i));
    }
  }

  @Test
  void commonStreamsGiveAllRowsTheSameTrials() {
    ParameterTable theta = STUDY.sample(1, 5).select(0, 0);
    Features same = TASK.simulate(theta, Streams.of(1).common());
    assertArrayEquals(same.row(0), same.row(1));
    Features other = TASK.simulate(theta, Streams.of(1));
    assertFalse(java.util.Arrays.equals(other.row(0), other.row(1)));
  }

  @Test
  void executorsOfTheCallerGiveTheSame() {
    ParameterTable theta = STUDY.sample(4, 9);
    var pool = Executors.newFixedThreadPool(3);
    try {
      requireEqual(
          TASK.simulate(theta, Streams.of(9)),
          TASK.execution(Execution.on(pool)).simulate(theta, Streams.of(9)));
    } finally {
      pool.shutdown();
    }
  }

  /** A walk without drift between far bounds: decisions come until the last step, none later. */
  @Test
  void theTimeOutIsExact() {
    ParameterSet theta =
        ParameterSet.of(List.of(DriftDiffusion.BOUND, DecisionTask.TAU_ND), 0.3, 0);
    DecisionTask task =
        DecisionTask.of(DriftDiffusion.model()).coherences(0).trials(20_000).step(ms(2));
    TrialOutcomes seen = task.timeOut(ms(100)).decide(theta, 6).at(0);
    TrialOutcomes later = task.timeOut(ms(102)).decide(theta, 6).at(0);
    double[] times = seen.reactionTimes();
    assertEquals(100, times[times.length - 1]);
    int atTheEnd = 0;
    for (int i = 0; i < seen.trials(); i++) {
      boolean undecided = seen.choice(i) == TrialOutcomes.Choice.NONE;
      assertEquals(undecided, Double.isNaN(seen.reactionTime(i)));
      if (undecided) {
        assertTrue(!(later.reactionTime(i) <= 100));
      } else {
        assertEquals(seen.reactionTime(i), later.reactionTime(i));
        atTheEnd += seen.reactionTime(i) == 100 ? 1 : 0;
      }
    }
    assertTrue(atTheEnd > 20, atTheEnd + " decisions in the last step");
  }

  @Test
  void nonDecisionTimeIsAddedToEveryReactionTime() {
    DecisionTask task = TASK.coherences(20);
    TrialOutcomes none = task.nonDecisionTime(ms(0)).decide(WongWang.standard(), 1).at(20);
    TrialOutcomes some = task.decide(ParameterSet.of(List.of(DecisionTask.TAU_ND), 123), 1).at(20);
    for (int i = 0; i < none.trials(); i++) {
      assertEquals(none.reactionTime(i) + 123, some.reactionTime(i), 1e-9);
    }
  }

  @Test
  void baselinesStandForWhatATableDoesNotGive() {
    ParameterSet strong = WongWang.standard().with(WongWang.J_LL, 0.29);
    ParameterSet mu = ParameterSet.of(List.of(WongWangDecision.MU_0), 40);
    ParameterSet both = ParameterSet.of(List.of(WongWang.J_LL, WongWangDecision.MU_0), 0.29, 40);
    Features expected = TASK.simulate(ParameterTable.of(both), Streams.of(3));
    Features actual =
        TASK.baseline(mu)
            .baseline(WongWang.standard())
            .baseline(strong)
            .simulate(ParameterTable.of(ParameterSet.of(List.of())), Streams.of(3));
    requireEqual(expected, actual);
  }

  @Test
  void samplingFromAPriorCountsTheDroppedSets() {
    DecisionTask task =
        DecisionTask.of(DriftDiffusion.model())
            .coherences(0)
            .trials(400)
            .timeOut(s(1))
            .undecided(0.1);
    Prior prior = Prior.uniform(DriftDiffusion.BOUND, 0.3, 0.8);
    Dataset<Features> data = task.sample(prior, 60, 3);
    double[] bounds = data.theta().column(DriftDiffusion.BOUND);
    assertTrue(data.diverged() > 3 && data.diverged() < 30, data.toString());
    for (int i = 0; i < data.size(); i++) {
      // P(undecided after 1 s) is 4/pi exp(-pi^2 / 8 A^2), less with drift: 0.01 and 0.14
      if (bounds[i] < 0.5 || bounds[i] > 0.78) {
        assertEquals(bounds[i] < 0.5, data.x().isFinite(i), "A = " + bounds[i]);
      }
    }
    assertEquals(data.size() - data.diverged(), data.finite().size());
  }

  @Test
  void droppedSetsKeepTheirUndecidedShare() {
    Features seen =
        DecisionTask.of(DriftDiffusion.model())
            .coherences(0, 50)
            .trials(100)
            .timeOut(ms(20))
            .features(DecisionFeatures.ALL)
            .simulate(ParameterTable.of(theta(12, 3)), Streams.of(1));
    double[] row = seen.row(0);
    for (int j = 0; j < row.length; j++) {
      assertEquals(seen.names().get(j).startsWith("undecided") ? 1 : Double.NaN, row[j]);
    }
  }

  private static ParameterSet theta(double k, double bound) {
    return ParameterSet.of(List.of(DriftDiffusion.K, DriftDiffusion.BOUND), k, bound);
  }

  @Test
  void priorsUnderWhichMostSetsAreUndecidedStopEarly() {
    DecisionTask task =
        DecisionTask.of(DriftDiffusion.model()).coherences(10).trials(50).timeOut(s(1));
    Prior prior =
        Prior.of(
            Prior.uniform(DriftDiffusion.K, 5, 15),
            Prior.uniform(DriftDiffusion.BOUND, 0.4, 4),
            Prior.uniform(DecisionTask.TAU_ND));
    requireStopped(
        "because more than 20 % of the trials at a coherence had no decision after 1 s\\. They"
            + " differ most in A: on average \\d\\.\\d+ sqrt\\(s\\), but 0\\.\\d+ sqrt\\(s\\) where"
            + " kept; narrow its prior",
        () -> task.sample(prior, 20_000, 1));
    requireStopped(
        "because more than 20 % .* had no decision after 10 ms\\. Is the bound too high, or the"
            + " time-out too short\\?",
        () -> task.timeOut(ms(10)).sample(prior, 20_000, 1));
  }

  /** At rest the circuit fires at 1.8 Hz. */
  @Test
  void priorsUnderWhichMostSetsDecideAtOnceStopEarly() {
    DecisionTask task = DecisionTask.of(WongWangDecision.standard()).trials(50);
    Prior inhibition = Prior.uniform(WongWang.J_LR, 0, 0.05);
    Prior threshold = Prior.uniform(WongWangDecision.THRESHOLD, 0.5, 3);
    String why = "because most trials were decided in their first step with stimulus\\. ";
    requireStopped(
        why + "They differ most in theta: on average 1\\.\\d+ Hz, but 2\\.\\d+ Hz where kept; .*",
        () -> task.sample(Prior.of(inhibition, threshold), 20_000, 1));
    ParameterSet low = ParameterSet.of(List.of(WongWangDecision.THRESHOLD), 1);
    requireStopped(
        why + "Is the threshold below the resting rate\\?",
        () -> task.baseline(low).sample(inhibition, 20_000, 1));
  }

  @Test
  void setsThatAreTooSlowAndTooFastAreToldApart() {
    DroppedSets watch = new DroppedSets(STUDY.sample(60, 1), "it was slow");
    for (int i = 0; i < 60; i++) {
      watch.add(i, i < 40, i < 10);
    }
    String message = assertThrows(IllegalArgumentException.class, watch::require).getMessage();
    assertTrue(
        message.startsWith(
            "stopped after 60 parameter sets, of which 40 (67 %) were dropped: 30 because it was"
                + " slow, 10 because most trials were decided in their first step with stimulus. "),
        message);
  }

  private static void requireStopped(String reason, org.junit.jupiter.api.function.Executable run) {
    String message = assertThrows(IllegalArgumentException.class, run).getMessage();
    String share =
        "stopped after 50 parameter sets, of which (\\d+) \\(\\d+ %\\) were dropped: \\1 ";
    assertTrue(message.matches(share + reason), message);
  }

  @Test
  void trialsNoneOfWhichDecidesAreRefused() {
    DecisionTask task = DecisionTask.of(DriftDiffusion.model()).coherences(0).timeOut(ms(10));
    for (var run :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> task.decide(theta(12, 5), 1), () -> task.simulate(theta(12, 5), 1))) {
      Exception e = assertThrows(IllegalArgumentException.class, run);
      assertEquals(
          "none of 1000 trials came to a decision within 10 ms at {k = 12 1/sqrt(s), A = 5"
              + " sqrt(s)} of drift diffusion; is its bound too high, or the time-out too short?",
          e.getMessage());
    }
  }

  @Test
  void trialsMostOfWhichDecideAtOnceAreRefused() {
    DecisionTask task = DecisionTask.of(DriftDiffusion.model()).step(ms(10));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> task.decide(theta(12, 0.02), 1));
    assertEquals(
        "most of 1000 trials decided at once, in their first step with stimulus, at {k = 12"
            + " 1/sqrt(s), A = 0.02 sqrt(s)} of drift diffusion; is its threshold below the resting"
            + " rate?",
        e.getMessage());
  }

  @Test
  void badDesignsAreRefusedWithTheirNumbers() {
    DecisionTask task = DecisionTask.of(DriftDiffusion.model());
    requireRefused(
        "coherence must be in [-100, 100] %, but was 120.0 %", () -> task.coherences(5, 120));
    requireRefused(
        "coherence must be in [-100, 100] %, but was NaN %", () -> task.coherences(Double.NaN));
    requireRefused(
        "coherence must be in [-100, 100] %, but was -100.5 %", () -> task.coherences(-100.5));
    requireRefused("a decision task needs at least one coherence", task::coherences);
    requireRefused(
        "coherences must differ, but were [5.0, 20.0, 5.0] %; for more trials set trials(count)",
        () -> task.coherences(5, 20, 5));
    requireRefused(
        "a decision task needs at least one trial per coherence, but trials were 0",
        () -> task.trials(0));
    requireRefused(
        "settling time must not be negative, but was -1 ms", () -> task.settling(ms(-1)));
    requireRefused("time-out must be positive, but was 0 ms", () -> task.timeOut(ms(0)));
    requireRefused("step must be positive, but was 0 ms", () -> task.step(ms(0)));
    requireRefused(
        "the share of undecided trials that is allowed must be in [0, 1], but was 20.0",
        () -> task.undecided(20));
    requireRefused(
        "tau_nd = -5 ms is outside [0.0, 10000.0] ms.", () -> task.nonDecisionTime(ms(-5)));
    requireRefused(
        "settling time of 500 ms is not a multiple of 300 ms; the nearest is 600 ms",
        () -> task.step(ms(300)).decide(theta(12, 0.8), 1));
  }

  private static void requireRefused(
      String message, org.junit.jupiter.api.function.Executable run) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, run).getMessage());
  }

  @Test
  void unknownParametersAreRefusedBeforeAnythingRuns() {
    DecisionTask task = DecisionTask.of(DriftDiffusion.model()).trials(1_000_000_000);
    ParameterTable other = ParameterTable.of(WongWang.standard());
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> task.simulate(other, Streams.of(1)));
    assertEquals(
        "this simulator has no parameter J_ll; it has [k 1/sqrt(s), A sqrt(s), tau_nd ms]",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> task.baseline(WongWang.standard()));
  }

  @Test
  void textTellsDesignAndBaseline() {
    assertEquals(
        "DecisionTask[drift diffusion; 1000 trials at [15.0] %, stimulus after 500 ms for 2.5 s,"
            + " step 1 ms; STUDY, at most 20 % undecided; [{tau_nd = 250 ms}]]",
        DecisionTask.of(DriftDiffusion.model()).nonDecisionTime(ms(250)).toString());
  }
}
