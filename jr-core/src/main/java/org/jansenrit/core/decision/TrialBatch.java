package org.jansenrit.core.decision;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;

/**
 * The trials of some parameter sets, numbered set by set, coherence by coherence. Threads claim
 * trials in portions; what comes of a trial depends on its number alone.
 */
final class TrialBatch {
  private static final int PORTION = 64;

  private final DecisionDesign design;
  private final List<ParameterSet> sets;
  private final Streams streams;
  private final int[] outcomes;
  private final AtomicInteger portions = new AtomicInteger();

  /**
   * Creates a batch.
   *
   * @param streams those of the first set, the others following
   */
  TrialBatch(DecisionDesign design, List<ParameterSet> sets, Streams streams) {
    this.design = design;
    this.sets = sets;
    this.streams = streams;
    this.outcomes = new int[Math.multiplyExact(sets.size(), design.trialsPerSet())];
  }

  DecisionDesign design() {
    return design;
  }

  int size() {
    return outcomes.length;
  }

  /** Returns the first of the next trials to run, or {@link #size} if there are none. */
  int claim() {
    long first = (long) portions.getAndIncrement() * PORTION;
    return (int) Math.min(first, size());
  }

  /** Returns the end of the portion that starts with trial {@code first}. */
  int end(int first) {
    return Math.min(first + PORTION, size());
  }

  /** Returns the number of the condition of {@code trial}, over all sets. */
  int condition(int trial) {
    return trial / design.trials();
  }

  ParameterSet set(int condition) {
    return sets.get(condition / design.coherences().size());
  }

  double coherence(int condition) {
    return design.coherences().get(condition % design.coherences().size());
  }

  /** Returns the role of {@code trial} in the streams of its set, derived from {@code role}. */
  private long role(int trial, long role) {
    int shown = condition(trial) % design.coherences().size();
    return Streams.part(Streams.part(role, shown), trial % design.trials());
  }

  /** Returns the key of the noise of {@code trial}. */
  long noise(int trial) {
    return streams.key(trial / design.trialsPerSet(), role(trial, Streams.DRIVES));
  }

  /** Returns what draws the start of {@code trial}. */
  UniformRandomProvider start(int trial) {
    return streams.random(trial / design.trialsPerSet(), role(trial, Streams.INITIAL));
  }

  /** Records after how many steps {@code trial} came to a decision; zero for none. */
  void record(int trial, int steps, boolean left) {
    outcomes[trial] = left ? steps : -steps;
  }

  /** Returns the steps of all trials of set {@code i}, negative where the right was chosen. */
  int[] outcomes(int i) {
    int n = design.trialsPerSet();
    return Arrays.copyOfRange(outcomes, i * n, (i + 1) * n);
  }
}
