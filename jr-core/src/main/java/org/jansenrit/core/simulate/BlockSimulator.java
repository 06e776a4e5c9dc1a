package org.jansenrit.core.simulate;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;

/** Runs a simulation in blocks of lanes, in parallel. */
record BlockSimulator<X extends Observations>(
    Simulation simulation, Monitor<X> monitor, List<Parameter> parameters) implements Simulator<X> {
  private static final int LANES = 384;

  /** Draws of a prior that are looked at before a run. */
  private static final int LOOKED_AT = 1000;

  static <X extends Observations> BlockSimulator<X> of(Simulation simulation, Monitor<X> monitor) {
    Set<Parameter> all = new LinkedHashSet<>(simulation.model().spec().parameters());
    Integration.require(simulation.model(), simulation.integrator());
    simulation.stepLimit().require(simulation.baseline()::get);
    for (Input input : simulation.inputs()) {
      Integration.require(simulation.model().spec(), simulation.integrator(), input);
      all.addAll(input.drive().parameters());
    }
    all.addAll(monitor.parameters());
    requireDistinct(all);
    simulation.burnInSteps();
    monitor.open(simulation.model().spec(), simulation.timeline(), 0);
    return new BlockSimulator<>(simulation, monitor, List.copyOf(all));
  }

  /** Refuses a set whose kernels are too fast for the step: in a table, it would be diverged. */
  @Override
  public X simulate(ParameterSet theta, long seed) {
    ParameterTable table = ParameterTable.of(theta);
    new BlockStart(simulation, table, Streams.of(seed)).requireStep(0);
    return simulate(table, Streams.of(seed));
  }

  @Override
  public Dataset<X> sample(Prior prior, int n, long seed) {
    requireSteps(prior, n, seed);
    return Simulator.super.sample(prior, n, seed);
  }

  @Override
  public Dataset<X> sampleTo(Path directory, Prior prior, int n, int chunk, long seed) {
    requireSteps(prior, n, seed);
    return Simulator.super.sampleTo(directory, prior, n, chunk, seed);
  }

  /** Refuses a prior none of whose draws can be stepped, before anything runs. */
  private void requireSteps(Prior prior, int n, long seed) {
    int looked = Math.max(0, Math.min(n, LOOKED_AT));
    if (looked > 0) {
      ParameterTable theta = new Sampling<>(this, prior, seed).theta(0, looked);
      new BlockStart(simulation, theta, Streams.of(seed)).requireStep();
    }
  }

  private static void requireDistinct(Set<Parameter> parameters) {
    Set<String> symbols = new HashSet<>();
    for (Parameter p : parameters) {
      if (!symbols.add(p.symbol())) {
        throw new IllegalArgumentException(
            "two different parameters are called " + p.symbol() + "; rename one of them");
      }
    }
  }

  @Override
  public X simulate(ParameterTable theta, Streams streams) {
    theta.requireAmong(parameters);
    Monitor.Recorder<X> recorder =
        monitor.open(simulation.model().spec(), simulation.timeline(), theta.size());
    BlockStart start = new BlockStart(simulation, theta, streams);
    int lanes = lanes(theta.size());
    int blocks = (theta.size() + lanes - 1) / lanes;
    Tally tally = new Tally(simulation.execution().progress(), theta.size());
    simulation
        .execution()
        .run(
            blocks,
            b -> {
              int first = b * lanes;
              int count = Math.min(lanes, theta.size() - first);
              run(start, start.block(first, count), recorder);
              tally.add(count);
            });
    return recorder.gather();
  }

  /** Counts simulations and tells the listener, one thread at a time. */
  private static final class Tally {
    private final Progress progress;
    private final long total;
    private long done;

    Tally(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    synchronized void add(int count) {
      done += count;
      progress.update(done, total);
    }
  }

  /** Few simulations are spread over the cores; results do not depend on it. */
  private int lanes(int simulations) {
    int share = simulations / simulation.execution().threads() + 1;
    return Math.max(BlockStart.FEWEST_LANES, Math.min(LANES, share));
  }

  private void run(BlockStart start, LaneBlock block, Monitor.Recorder<X> recorder) {
    Integration run = start.start(block);
    Monitor.Probe probe = recorder.probe(block);
    Watch watch = new Watch(run.state(), block.lanes());
    for (int k = simulation.burnInSteps(); k > 0; k--) {
      run.advance();
      watch.look();
    }
    int samples = simulation.timeline().samples();
    for (int k = 0; k < samples; k++) {
      watch.look();
      probe.see(k, run.state());
      run.advance();
    }
    probe.finish();
  }

  @Override
  public String toString() {
    return simulation + " observed by " + monitor;
  }
}
