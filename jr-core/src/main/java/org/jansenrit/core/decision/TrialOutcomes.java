package org.jansenrit.core.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;

/**
 * What came of the trials of one parameter set at one coherence. Immutable.
 *
 * <p>A choice is correct if it goes with the sign of the coherence, and the left one at zero.
 * Numbers over no trial at all are NaN.
 */
public final class TrialOutcomes {
  private final double coherence;
  private final int[] steps;
  private final double step;
  private final double nonDecision;
  private final double[] correct;
  private final double[] wrong;

  /**
   * Keeps outcomes.
   *
   * @param steps from stimulus to decision in each trial, negative where the right was chosen, 0
   *     for none
   * @param nonDecision what is added to decision times, in ms
   */
  TrialOutcomes(double coherence, int[] steps, Time step, double nonDecision) {
    this.coherence = coherence;
    this.steps = steps;
    this.step = step.seconds() * 1e3;
    this.nonDecision = nonDecision;
    boolean left = coherence >= 0;
    this.correct = sorted(left);
    this.wrong = sorted(!left);
  }

  private double[] sorted(boolean left) {
    return IntStream.of(steps)
        .filter(k -> left ? k > 0 : k < 0)
        .mapToDouble(k -> Math.abs(k) * step + nonDecision)
        .sorted()
        .toArray();
  }

  /** What was chosen in a trial. */
  public enum Choice {
    /** The left alternative. */
    LEFT,
    /** The right alternative. */
    RIGHT,
    /** Neither, within the time there was. */
    NONE
  }

  /** {@return the coherence, in percent} */
  public double coherence() {
    return coherence;
  }

  /** {@return the number of trials} */
  public int trials() {
    return steps.length;
  }

  /**
   * {@return what was chosen in trial {@code i}, counted from 0}
   *
   * @param i the number of a trial
   */
  public Choice choice(int i) {
    return steps[i] > 0 ? Choice.LEFT : steps[i] < 0 ? Choice.RIGHT : Choice.NONE;
  }

  /**
   * {@return the reaction time of trial {@code i}, in ms; NaN without decision}
   *
   * @param i the number of a trial, from 0 on
   */
  public double reactionTime(int i) {
    return steps[i] == 0 ? Double.NaN : Math.abs(steps[i]) * step + nonDecision;
  }

  /** {@return the number of trials that came to a decision} */
  public int decided() {
    return correct.length + wrong.length;
  }

  /** {@return the share of trials without decision, in [0, 1]} */
  public double undecided() {
    return 1 - decided() / (double) trials();
  }

  /** {@return the share of decisions that are correct, in [0, 1]} */
  public double accuracy() {
    return correct.length / (double) decided();
  }

  /** {@return the reaction times of correct choices, in ms, rising, as a fresh array} */
  public double[] correct() {
    return correct.clone();
  }

  /** {@return the reaction times of wrong choices, in ms, rising, as a fresh array} */
  public double[] wrong() {
    return wrong.clone();
  }

  /** {@return the reaction times of all decisions, in ms, rising, as a fresh array} */
  public double[] reactionTimes() {
    double[] all = Arrays.copyOf(correct, decided());
    System.arraycopy(wrong, 0, all, correct.length, wrong.length);
    Arrays.sort(all);
    return all;
  }

  /** Returns whether more than half of the trials were decided in their first step. */
  boolean mostAtOnce() {
    return 2 * IntStream.of(steps).filter(k -> Math.abs(k) == 1).count() > steps.length;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d trials at %s %%: accuracy %.3f, mean reaction time %.1f ms, %.1f %% undecided",
        trials(),
        Numbers.shortest(coherence),
        accuracy(),
        ReactionTimes.mean(reactionTimes()),
        100 * undecided());
  }
}
