package org.jansenrit.core.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Execution;

/**
 * All trials of some parameter sets, on all threads, batch by batch: the outcomes of a batch are in
 * memory at once.
 *
 * @param sets all parameters of the task
 * @param streams those of the first set, the others following
 */
record DecisionRun(
    DecisionModel model,
    DecisionDesign design,
    Execution execution,
    int lanes,
    List<ParameterSet> sets,
    Streams streams) {
  /** Few sets at first, so that hopeless ones are noticed early. */
  private static final int FIRST_SETS = 50;

  private static final int TRIALS = 2_000_000;

  /** A loop that the compiler has seen run over few lanes is not vectorised afterwards. */
  private static final int FEWEST_LANES = 64;

  /** Takes the outcomes of one parameter set; called from many threads. */
  @FunctionalInterface
  interface Sink {
    void take(int row, DecisionOutcomes outcomes);
  }

  /**
   * Runs all batches.
   *
   * @param afterBatch runs between batches, and may throw to end the run
   */
  void each(Sink sink, Runnable afterBatch) {
    int rows = Math.max(1, TRIALS / design.trialsPerSet());
    int first = 0;
    while (first < sets.size()) {
      int count = Math.min(sets.size() - first, first == 0 ? Math.min(rows, FIRST_SETS) : rows);
      runBatch(first, count, sink);
      first += count;
      execution.progress().update(first, sets.size());
      afterBatch.run();
    }
  }

  private void runBatch(int first, int count, Sink sink) {
    List<ParameterSet> some = sets.subList(first, first + count);
    TrialBatch batch = new TrialBatch(design, some, streams.from(first));
    int share = batch.size() / execution.threads() + 1;
    int width = Math.min(lanes, Math.max(FEWEST_LANES, share));
    execution.run(execution.threads(), thread -> new TrialRun(model, batch, width).run());
    execution.run(count, i -> sink.take(first + i, outcomes(some.get(i), batch.outcomes(i))));
  }

  private DecisionOutcomes outcomes(ParameterSet set, int[] steps) {
    double nonDecision = set.get(DecisionTask.TAU_ND);
    List<TrialOutcomes> conditions = new ArrayList<>();
    for (int c = 0; c < design.coherences().size(); c++) {
      int[] own = Arrays.copyOfRange(steps, c * design.trials(), (c + 1) * design.trials());
      conditions.add(
          new TrialOutcomes(design.coherences().get(c), own, design.step(), nonDecision));
    }
    return new DecisionOutcomes(conditions);
  }
}
