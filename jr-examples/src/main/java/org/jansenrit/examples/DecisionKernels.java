package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.s;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.decision.DecisionFeatures;
import org.jansenrit.core.decision.DecisionModel;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.decision.DriftDiffusion;
import org.jansenrit.core.decision.WongWangDecision;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Execution;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the decision benchmark times: trials of the study, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class DecisionKernels {
  private static final int TRIALS = 20_000;
  private static final double COHERENCE = 15;
  private static final int LONGEST = 2500;

  /** Features of 20,000 trials, parameter sets being those of the study. */
  private static DecisionTask task(DecisionModel model) {
    return DecisionTask.of(model)
        .coherences(COHERENCE)
        .trials(TRIALS)
        .settling(s(0))
        .timeOut(s(2.5))
        .undecided(1)
        .features(DecisionFeatures.ALL)
        .execution(Execution.threads(1));
  }

  private final DecisionTask wongWang = task(WongWangDecision.standard().startingBetween(0, 0.1));
  private final DecisionTask driftDiffusion = task(DriftDiffusion.model());
  private final ParameterTable none =
      ParameterTable.of(ParameterSet.of(List.of(DecisionTask.TAU_ND), 0));
  private final ScalarTrials scalar = new ScalarTrials();
  private long seed;

  /** How many steps of trials an iteration has taken. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counter {
    /** Steps of trials. */
    public long steps;
  }

  /**
   * Simulates trials of the circuit over lanes with refill, to features.
   *
   * @param counter receives the steps that were taken
   * @return features of 20,000 trials, so that none of the work can be left out
   */
  @Benchmark
  public Features wongWang(Counter counter) {
    return run(wongWang, counter);
  }

  /**
   * Simulates trials of drift diffusion over lanes with refill, to features.
   *
   * @param counter receives the steps that were taken
   * @return features of 20,000 trials, so that none of the work can be left out
   */
  @Benchmark
  public Features driftDiffusion(Counter counter) {
    return run(driftDiffusion, counter);
  }

  /**
   * Simulates one trial at a time, with Math.exp and a ziggurat: what one would write without
   * lanes.
   *
   * @param counter receives the steps that were taken
   * @return the steps so far
   */
  @Benchmark
  public double scalarLoop(Counter counter) {
    for (int i = 0; i < TRIALS / 10; i++) {
      counter.steps += scalar.trial();
    }
    return counter.steps;
  }

  private Features run(DecisionTask task, Counter counter) {
    Features features = task.simulate(none, Streams.of(seed++));
    double[] row = features.row(0);
    double undecided = row[features.names().indexOf("undecided")];
    double correct = row[0] * row[1] + (1 - row[0]) * row[2];
    counter.steps += Math.round(TRIALS * ((1 - undecided) * correct + undecided * LONGEST));
    return features;
  }

  /** The circuit at its standard parameters, by the textbook. */
  private static final class ScalarTrials {
    private static final double DECAY = Math.exp(-0.5);
    private static final double SD = 0.02 / Math.sqrt(2);
    private static final double KICK = SD * Math.sqrt(1 - DECAY * DECAY);
    private static final double BOUND = 15 * 0.0641 / (1 + 15 * 0.0641);
    private static final double LEFT = 0.3255 + 5.2e-4 * 30 * (1 + COHERENCE / 100);
    private static final double RIGHT = 0.3255 + 5.2e-4 * 30 * (1 - COHERENCE / 100);

    private final UniformRandomProvider random = Streams.of(1).random(0, 0);
    private final ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(random);

    int trial() {
      double sl = 0.1 * random.nextDouble();
      double sr = 0.1 * random.nextDouble();
      double nl = SD * normal.sample();
      double nr = SD * normal.sample();
      for (int k = 1; k <= LONGEST; k++) {
        double ul = 270 * (0.2609 * sl - 0.0497 * sr + LEFT + nl) - 108;
        double ur = 270 * (0.2609 * sr - 0.0497 * sl + RIGHT + nr) - 108;
        sl += -sl / 100 + (1 - sl) * 0.641e-3 * ul / (1 - Math.exp(-0.154 * ul));
        sr += -sr / 100 + (1 - sr) * 0.641e-3 * ur / (1 - Math.exp(-0.154 * ur));
        if (sl >= BOUND || sr >= BOUND) {
          return k;
        }
        nl = DECAY * nl + KICK * normal.sample();
        nr = DECAY * nr + KICK * normal.sample();
      }
      return LONGEST;
    }
  }
}
