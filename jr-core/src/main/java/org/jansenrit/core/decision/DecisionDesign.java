package org.jansenrit.core.decision;

import java.util.List;
import org.jansenrit.core.quantity.Time;

/**
 * The experiment: what is shown, how often and for how long.
 *
 * @param coherences in percent
 * @param trials at each of them
 * @param step of the simulation
 * @param settling from the start of a trial to the stimulus
 * @param timeOut from the stimulus to the end of a trial without decision
 */
record DecisionDesign(List<Double> coherences, int trials, Time step, Time settling, Time timeOut) {

  DecisionDesign {
    coherences = List.copyOf(coherences);
    if (coherences.isEmpty()) {
      throw new IllegalArgumentException("a decision task needs at least one coherence");
    }
    for (double coherence : coherences) {
      if (!(Math.abs(coherence) <= 100)) {
        throw new IllegalArgumentException(
            "coherence must be in [-100, 100] %, but was " + coherence + " %");
      }
    }
    if (coherences.stream().distinct().count() < coherences.size()) {
      throw new IllegalArgumentException(
          "coherences must differ, but were "
              + coherences
              + " %; for more trials set trials(count)");
    }
    if (trials < 1) {
      throw new IllegalArgumentException(
          "a decision task needs at least one trial per coherence, but trials were " + trials);
    }
    if (!(settling.seconds() >= 0)) {
      throw new IllegalArgumentException("settling time must not be negative, but was " + settling);
    }
    timeOut.requirePositive("time-out");
    step.requirePositive("step");
  }

  static DecisionDesign standard() {
    return new DecisionDesign(List.of(15.0), 1000, Time.ms(1), Time.ms(500), Time.s(2.5));
  }

  /** Returns the number of steps before the stimulus. */
  int settlingSteps() {
    return settling.multipleOf(step, "settling time");
  }

  /** Returns the number of steps with stimulus. */
  int stimulusSteps() {
    return timeOut.multipleOf(step, "time-out");
  }

  /** Returns the number of trials of one parameter set. */
  int trialsPerSet() {
    return Math.multiplyExact(coherences.size(), trials);
  }

  @Override
  public String toString() {
    return trials
        + " trials at "
        + coherences
        + " %, stimulus after "
        + settling
        + " for "
        + timeOut
        + ", step "
        + step;
  }
}
