package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.simulate.Simulator;

/**
 * Runs as one batch what several threads ask for one at a time: a simulator takes some 64 parameter
 * sets in the time of one. All rows see the same random numbers, whichever batch they fall in.
 */
final class SharedSimulator {
  private final Simulator<?> simulator;
  private final List<Parameter> parameters;
  private final Streams streams;
  private List<double[]> asked = new ArrayList<>();
  private Observations answers;
  private RuntimeException failure;
  private int active;
  private long round;

  SharedSimulator(Simulator<?> simulator, List<Parameter> parameters, long seed, int threads) {
    this.simulator = simulator;
    this.parameters = parameters;
    this.streams = Streams.of(seed).common();
    this.active = threads;
  }

  /** Returns the observation at {@code theta}, once all other threads have asked or left. */
  synchronized double[] run(double[] theta) {
    long mine = round;
    int slot = asked.size();
    asked.add(theta);
    runIfComplete();
    awaitAfter(mine);
    if (failure != null) {
      throw failure;
    }
    return answers.row(slot); // nobody asks again before all have taken theirs
  }

  /** Says that this thread asks no more. */
  synchronized void leave() {
    active--;
    runIfComplete();
  }

  private void runIfComplete() {
    if (asked.isEmpty() || asked.size() < active) {
      return;
    }
    try {
      double[][] rows = asked.toArray(double[][]::new);
      answers = simulator.simulate(ParameterTable.of(parameters, rows), streams);
    } catch (RuntimeException e) {
      failure = e;
    }
    asked = new ArrayList<>();
    round++;
    notifyAll();
  }

  private void awaitAfter(long mine) {
    try {
      while (round == mine) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted; nothing is returned");
    }
  }
}
