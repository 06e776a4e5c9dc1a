package org.jansenrit.core.decision;

import java.util.concurrent.CancellationException;
import org.jansenrit.core.math.LaneRandom;
import org.jansenrit.core.math.Lanes;

/**
 * Runs trials of a batch on one thread: a lane whose trial has ended is refilled at once, until
 * none are left. Every trial has a clock of its own, so it ends as it would alone.
 */
final class TrialRun {
  private static final int IDLE = -1;
  private static final int LOOK_UP = 1023;

  private final TrialBatch batch;
  private final TrialLanes lanes;
  private final LaneRandom random;
  private final double[] z1;
  private final double[] z2;
  private final double[] lead;
  private final int settling;
  private final int stimulus;

  /** The trial in each lane, and the step at which its stimulus comes on. */
  private final int[] trial;

  private final int[] onset;

  /** Lanes that wait for their stimulus, in order: a ring, since all wait equally long. */
  private final int[] waiting;

  private int firstWaiting;
  private int waitingLanes;
  private int busy;
  private int now;
  private int deadline = Integer.MAX_VALUE;
  private int next;
  private int end;
  private int prepared = IDLE;
  private TrialLanes.Condition condition;

  /** What each lane's trial is one of. */
  private final TrialLanes.Condition[] conditions;

  TrialRun(DecisionModel model, TrialBatch batch, int lanes) {
    this.batch = batch;
    this.lanes = model.start(lanes, batch.design().step());
    this.random = new LaneRandom(lanes);
    this.z1 = Lanes.array(lanes);
    this.z2 = Lanes.array(lanes);
    this.lead = Lanes.array(lanes);
    this.settling = batch.design().settlingSteps();
    this.stimulus = batch.design().stimulusSteps();
    this.trial = new int[lanes];
    this.onset = new int[lanes];
    this.waiting = new int[lanes];
    this.conditions = new TrialLanes.Condition[lanes];
  }

  void run() {
    busy = trial.length;
    for (int lane = 0; lane < trial.length; lane++) {
      refill(lane);
    }
    while (busy > 0) {
      advance();
      if ((now & LOOK_UP) == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted between trials");
      }
    }
  }

  private void advance() {
    while (waitingLanes > 0 && onset[waiting[firstWaiting]] == now) {
      conditions[waiting[firstWaiting]].stimulate(waiting[firstWaiting]);
      firstWaiting = (firstWaiting + 1) % waiting.length;
      waitingLanes--;
    }
    random.pair(z1, z2);
    lanes.advance(z1, z2, lead);
    now++;
    decide();
    if (now == deadline) {
      expire();
    }
  }

  private void decide() {
    int lanes = trial.length;
    for (int i = decided(lead, 0, lanes); i < lanes; i = decided(lead, i + 1, lanes)) {
      decide(i);
    }
  }

  /**
   * Returns the first lane with a lead, from {@code from} on, or {@code lanes}. Few have one: signs
   * are looked at by fours.
   */
  private static int decided(double[] lead, int from, int lanes) {
    int i = from;
    while (i < lanes - 3
        && (bits(lead[i]) & bits(lead[i + 1]) & bits(lead[i + 2]) & bits(lead[i + 3])) < 0) {
      i += 4;
    }
    while (i < lanes && !(lead[i] >= 0 && bits(lead[i]) >= 0)) {
      i++;
    }
    return i;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private void decide(int lane) {
    if (trial[lane] != IDLE && now > onset[lane]) {
      batch.record(trial[lane], now - onset[lane], lanes.leadsLeft(lane));
      refill(lane);
    }
  }

  /** Ends trials without decision; the deadline of a trial that decided may have been kept. */
  private void expire() {
    deadline = Integer.MAX_VALUE;
    for (int lane = 0; lane < trial.length; lane++) {
      if (trial[lane] != IDLE && now == onset[lane] + stimulus) {
        batch.record(trial[lane], 0, false);
        refill(lane);
      }
      if (trial[lane] != IDLE) {
        deadline = Math.min(deadline, onset[lane] + stimulus);
      }
    }
  }

  private void refill(int lane) {
    if (next == end) {
      next = batch.claim();
      end = batch.end(next);
    }
    if (next == end) {
      trial[lane] = IDLE;
      busy--;
      return;
    }
    trial[lane] = next++;
    random.seed(lane, batch.noise(trial[lane]));
    conditions[lane] = condition(trial[lane]);
    conditions[lane].restart(lane, batch.start(trial[lane]));
    onset[lane] = now + settling;
    deadline = Math.min(deadline, onset[lane] + stimulus);
    waiting[(firstWaiting + waitingLanes++) % waiting.length] = lane;
  }

  private TrialLanes.Condition condition(int trial) {
    int wanted = batch.condition(trial);
    if (wanted != prepared) {
      condition = lanes.prepare(batch.set(wanted), batch.coherence(wanted));
      prepared = wanted;
    }
    return condition;
  }
}
