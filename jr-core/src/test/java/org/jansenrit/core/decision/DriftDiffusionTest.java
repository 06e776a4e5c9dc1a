package org.jansenrit.core.decision;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jansenrit.core.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms of Palmer, Huk &amp; Shadlen (2005) are the oracle of the whole task. */
class DriftDiffusionTest {
  private static ParameterSet theta(double k, double bound) {
    return ParameterSet.of(
        List.of(DriftDiffusion.K, DriftDiffusion.BOUND, DecisionTask.TAU_ND), k, bound, 0);
  }

  /** With 40,000 trials the mean has a standard error of 0.3 %, far below a bound off by 2 %. */
  @ParameterizedTest
  @CsvSource({"12, 0.8, 0", "12, 0.8, 3.2", "12, 0.8, -12.8", "20, 0.5, 25.6", "6, 1.1, 10"})
  void accuracyAndMeanDecisionTimeAreThoseInClosedForm(double k, double bound, double coherence) {
    TrialOutcomes seen =
        DecisionTask.of(DriftDiffusion.model())
            .coherences(coherence)
            .trials(40_000)
            .settling(ms(50))
            .timeOut(s(20))
            .decide(theta(k, bound), 8)
            .at(coherence);
    assertEquals(0, seen.undecided());
    double p = DriftDiffusion.accuracy(k, bound, coherence);
    assertEquals(p, seen.accuracy(), 3 * Math.sqrt(p * (1 - p) / 40_000));
    double expected = 1e3 * DriftDiffusion.meanDecisionTime(k, bound, coherence);
    requireMean(expected, seen.correct());
    requireMean(expected, seen.wrong());
  }

  /** Half a step, since a crossing between two steps is seen at the later one. */
  private static void requireMean(double expected, double[] times) {
    double error = ReactionTimes.sd(times) / Math.sqrt(times.length);
    assertEquals(expected, ReactionTimes.mean(times), 3 * error + 0.5);
  }

  /** Without drift, decision times of a walk between +-A have variance 2/3 A^4. */
  @Test
  void decisionTimesWithoutDriftHaveTheVarianceInClosedForm() {
    double bound = 0.7;
    double[] times =
        DecisionTask.of(DriftDiffusion.model())
            .coherences(0)
            .trials(40_000)
            .timeOut(s(20))
            .decide(theta(12, bound), 4)
            .at(0)
            .reactionTimes();
    double expected = 1e3 * bound * bound * Math.sqrt(2.0 / 3);
    assertEquals(1, ReactionTimes.sd(times) / expected, 0.03);
  }

  /** The bounds are corrected: means agree between steps that differ by a factor of ten. */
  @Test
  void meansHardlyDependOnTheStep() {
    DecisionTask task =
        DecisionTask.of(DriftDiffusion.model()).coherences(6.4).trials(20_000).timeOut(s(20));
    double[] coarse = task.step(ms(5)).decide(theta(12, 0.8), 1).at(6.4).reactionTimes();
    double[] fine = task.step(ms(0.5)).decide(theta(12, 0.8), 2).at(6.4).reactionTimes();
    double error = Math.hypot(ReactionTimes.sd(coarse), ReactionTimes.sd(fine)) / Math.sqrt(20_000);
    assertEquals(ReactionTimes.mean(fine), ReactionTimes.mean(coarse), 3 * error + 2.5);
  }
}
