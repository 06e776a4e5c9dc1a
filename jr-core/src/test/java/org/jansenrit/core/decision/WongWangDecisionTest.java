package org.jansenrit.core.decision;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.model.WongWangAmpa;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WongWangDecisionTest {
  private static final ParameterSet DECISION_TIME =
      ParameterSet.of(List.of(DecisionTask.TAU_ND), 0);

  /**
   * Reference values of two independent programs: threshold on S, exact noise, 0.1 ms. With 3000
   * trials a shift of the mean by 30 ms would be seen in 9 of 10 runs.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0.50, 663, 1.3",
    "3.2, 0.68, 627, 1.1",
    "6.4, 0.82, 587, 0.9",
    "51.2, 1, 279.7, 0.2"
  })
  void thresholdOnGatingGivesTheReferenceTable(
      double coherence, double accuracy, double mean, double error) {
    TrialOutcomes seen =
        DecisionTask.of(WongWangDecision.standard())
            .coherences(coherence)
            .trials(3000)
            .step(ms(0.1))
            .decide(DECISION_TIME, 20)
            .at(coherence);
    requireNear(accuracy, mean, error, seen);
  }

  /** Reference values: threshold on r(I), Euler-Maruyama noise, 0.5 ms, 2000 trials. */
  @ParameterizedTest
  @CsvSource({"0, 0.49, 376", "3.2, 0.66, 365", "6.4, 0.80, 349", "51.2, 1, 162"})
  void thresholdOnTheRateGivesTheReferenceTable(double coherence, double accuracy, double mean) {
    TrialOutcomes seen =
        DecisionTask.of(WongWangDecision.standard().thresholdOnRate().eulerNoise())
            .coherences(coherence)
            .trials(5000)
            .step(ms(0.5))
            .decide(DECISION_TIME, 21)
            .at(coherence);
    double error = ReactionTimes.sd(seen.correct()) / Math.sqrt(2000 * accuracy);
    requireNear(accuracy, mean, error, seen);
  }

  /** Reference values: a noisy variable crosses the earlier the finer it is looked at. */
  @ParameterizedTest
  @CsvSource({"0.5, 415", "0.2, 393"})
  void exactNoiseOnTheRateGivesTheReferenceMeans(double step, double mean) {
    TrialOutcomes seen =
        DecisionTask.of(WongWangDecision.standard().thresholdOnRate())
            .coherences(0)
            .trials(4000)
            .step(ms(step))
            .decide(DECISION_TIME, 22)
            .at(0);
    double error = ReactionTimes.sd(seen.correct()) / Math.sqrt(1000);
    requireNear(0.5, mean, error, seen);
  }

  /** Within three standard errors of both, and half a unit of the last digit printed. */
  private static void requireNear(double p, double mean, double error, TrialOutcomes seen) {
    double[] times = seen.correct();
    double own = ReactionTimes.sd(times) / Math.sqrt(times.length);
    double share = Math.sqrt(Math.max(p * (1 - p), 1e-3) * (1.0 / seen.trials() + 1.0 / 2000));
    assertEquals(0, seen.undecided(), 0.01);
    assertEquals(p, seen.accuracy(), 3 * share + 0.005);
    assertEquals(mean, ReactionTimes.mean(times), 3 * Math.hypot(own, error) + 0.5, seen::toString);
  }

  /**
   * An independent implementation, a loop with Math.exp and java.util.Random, at odd parameters.
   */
  @Test
  void trialsAgreeWithAScalarLoop() {
    ParameterSet theta =
        ParameterSet.of(
            List.of(
                WongWang.J_LL, WongWang.J_LR, WongWang.BETA, WongWang.SIGMA, DecisionTask.TAU_ND),
            0.27,
            0.08,
            1.02,
            0.025,
            0);
    TrialOutcomes seen =
        DecisionTask.of(WongWangDecision.standard())
            .coherences(10)
            .trials(4000)
            .settling(ms(200))
            .decide(theta, 5)
            .at(10);
    requireSame(ScalarCircuit.withoutAmpa(0.27, 0.08, 1.02, 0.025), seen);
  }

  @Test
  void trialsWithAmpaAgreeWithAScalarLoop() {
    TrialOutcomes seen =
        DecisionTask.of(WongWangDecision.of(WongWangAmpa.model()))
            .coherences(2)
            .trials(4000)
            .settling(ms(200))
            .decide(DECISION_TIME, 5)
            .at(2);
    requireSame(ScalarCircuit.withAmpa(), seen);
  }

  /** The printed background current is below the threshold of the rates whatever S is. */
  @Test
  void theCircuitWithAmpaIsSilentAtThePrintedBackground() {
    DecisionTask task = DecisionTask.of(WongWangDecision.of(WongWangAmpa.model())).trials(200);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> task.decide(WongWangAmpa.asPublished(), 1));
    assertTrue(e.getMessage().startsWith("none of 200 trials came to a decision"), e.getMessage());
  }

  private static void requireSame(ScalarCircuit circuit, TrialOutcomes seen) {
    int n = seen.trials();
    int[] steps = circuit.run(n, seen.coherence(), 200, 99);
    TrialOutcomes expected = new TrialOutcomes(seen.coherence(), steps, ms(1), 0);
    double p = expected.accuracy();
    assertTrue(p > 0.6 && p < 0.99, "the comparison needs errors, but accuracy is " + p);
    assertEquals(p, seen.accuracy(), 3 * Math.sqrt(2 * p * (1 - p) / n));
    assertEquals(expected.undecided(), seen.undecided(), 0.01);
    double[] theirs = expected.reactionTimes();
    double[] ours = seen.reactionTimes();
    double error = ReactionTimes.sd(theirs) * Math.sqrt(2.0 / n);
    assertEquals(ReactionTimes.mean(theirs), ReactionTimes.mean(ours), 3 * error);
    assertEquals(ReactionTimes.sd(theirs), ReactionTimes.sd(ours), 4 * error);
  }

  /** Symmetry: swapping the populations and the sign of the coherence changes nothing but names. */
  @Test
  void negativeCoherenceFavoursTheRightAsMuch() {
    DecisionOutcomes seen =
        DecisionTask.of(WongWangDecision.standard())
            .coherences(-12, 12)
            .trials(8000)
            .decide(DECISION_TIME, 3);
    double p = seen.at(12).accuracy();
    assertEquals(p, seen.at(-12).accuracy(), 3 * Math.sqrt(2 * p * (1 - p) / 8000));
    assertEquals(TrialOutcomes.Choice.RIGHT, mostFrequent(seen.at(-12)));
    assertEquals(TrialOutcomes.Choice.LEFT, mostFrequent(seen.at(12)));
  }

  private static TrialOutcomes.Choice mostFrequent(TrialOutcomes trials) {
    int left = 0;
    for (int i = 0; i < trials.trials(); i++) {
      left += trials.choice(i) == TrialOutcomes.Choice.LEFT ? 1 : -1;
    }
    return left > 0 ? TrialOutcomes.Choice.LEFT : TrialOutcomes.Choice.RIGHT;
  }

  /** With 4000 trials the share of a fair coin has a standard error of 0.008. */
  @Test
  void excessOfOneSideMakesItWinMoreOften() {
    DecisionTask task = DecisionTask.of(WongWangDecision.standard()).coherences(0).trials(4000);
    double excited =
        task.decide(WongWang.standard().with(WongWang.J_RR_EXCESS, 0.01), 1).at(0).accuracy();
    double inhibited =
        task.decide(WongWang.standard().with(WongWang.J_RL_EXCESS, 0.01), 1).at(0).accuracy();
    assertTrue(excited < 0.45, "left chosen by " + excited);
    assertTrue(inhibited > 0.55, "left chosen by " + inhibited);
  }

  @Test
  void thresholdBelowTheRestingRateIsRefused() {
    DecisionTask task = DecisionTask.of(WongWangDecision.standard());
    ParameterSet low = ParameterSet.of(List.of(WongWangDecision.THRESHOLD), 1);
    Exception e = assertThrows(IllegalArgumentException.class, () -> task.decide(low, 1));
    assertEquals(
        "most of 1000 trials decided at once, in their first step with stimulus, at {theta = 1 Hz}"
            + " of wong-wang-2006, threshold on S, exact noise, from S in [0.1, 0.1]; is its"
            + " threshold below the resting rate?",
        e.getMessage());
  }

  @Test
  void startsOutsideTheGatesAreRefused() {
    WongWangDecision standard = WongWangDecision.standard();
    for (double[] range : new double[][] {{-0.1, 0.1}, {0.2, 0.1}, {0.1, 1}, {Double.NaN, 0.1}}) {
      assertThrows(
          IllegalArgumentException.class, () -> standard.startingBetween(range[0], range[1]));
    }
  }

  @Test
  void textSaysWhatDecides() {
    assertEquals(
        "wong-wang-2006, threshold on S, exact noise, from S in [0.1, 0.1]",
        WongWangDecision.standard().toString());
    assertEquals(
        "wong-wang-2006-ampa, threshold on r, Euler-Maruyama noise, from S in [0.0, 0.1]",
        WongWangDecision.of(WongWangAmpa.model())
            .thresholdOnRate()
            .eulerNoise()
            .startingBetween(0, 0.1)
            .toString());
  }

  /** Parameters of both variants cannot be mixed. */
  @Test
  void couplingsOfTheOtherVariantAreRefused() {
    DecisionTask task = DecisionTask.of(WongWangDecision.of(WongWangAmpa.model())).timeOut(s(1));
    ParameterSet other = ParameterSet.of(List.of(WongWang.J_LL), 0.26);
    Exception e = assertThrows(IllegalArgumentException.class, () -> task.decide(other, 1));
    assertTrue(e.getMessage().startsWith("this simulator has no parameter J_ll"), e.getMessage());
    DecisionTask without = DecisionTask.of(WongWangDecision.standard());
    assertThrows(IllegalArgumentException.class, () -> without.baseline(WongWangAmpa.standard()));
    for (Parameter p : WongWangAmpa.standard().parameters()) {
      boolean shared = List.of(WongWang.BETA, WongWang.GAMMA, WongWang.TAU_S).contains(p);
      assertEquals(shared, without.parameters().contains(p), p::toString);
    }
  }
}
