package org.jansenrit.core.simulate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/** Runs a simulation in blocks of lanes, in parallel. */
record BlockSimulator<X extends Observations>(
    Simulation simulation, Monitor<X> monitor, List<Parameter> parameters) implements Simulator<X> {
  private static final int LANES = 384;

  /**
   * A loop that the compiler has seen run over few lanes is not vectorised for the rest of the
   * process (measured: three times slower). Idle lanes repeat the last row.
   */
  private static final int FEWEST_LANES = 64;

  static <X extends Observations> BlockSimulator<X> of(Simulation simulation, Monitor<X> monitor) {
    Set<Parameter> all = new LinkedHashSet<>(simulation.model().spec().parameters());
    Integration.require(simulation.model(), simulation.integrator());
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
    LaneBlock.Values values = values(theta);
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
              run(block(first, count, values, streams), recorder);
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

  private LaneBlock.Values values(ParameterTable theta) {
    Map<Parameter, Integer> columns = new HashMap<>();
    for (Parameter p : theta.parameters()) {
      columns.put(p, columns.size());
    }
    List<Parameter> ofModel = simulation.model().spec().parameters();
    return (p, row) -> {
      Integer column = columns.get(p);
      if (column != null) {
        return theta.get((int) row, column);
      }
      return ofModel.contains(p) ? simulation.baseline().get(p) : p.standard();
    };
  }

  /** Few simulations are spread over the cores; results do not depend on it. */
  private int lanes(int simulations) {
    int share = simulations / simulation.execution().threads() + 1;
    return Math.max(FEWEST_LANES, Math.min(LANES, share));
  }

  private LaneBlock block(int first, int count, LaneBlock.Values values, Streams streams) {
    double interval = simulation.step().seconds() / simulation.integrator().intervals();
    double start = -simulation.burnInSteps() * simulation.step().seconds();
    long[] rows =
        IntStream.range(0, Math.max(FEWEST_LANES, count))
            .mapToLong(lane -> first + Math.min(lane, count - 1))
            .toArray();
    return LaneBlock.of(rows, start, interval, values, streams, Streams.SENSORS);
  }

  private void run(LaneBlock block, Monitor.Recorder<X> recorder) {
    Integration run =
        Integration.start(simulation.model(), simulation.integrator(), block, simulation.inputs());
    setInitial(run.state(), block.in(Streams.INITIAL));
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

  private void setInitial(double[][] y, LaneBlock block) {
    for (int lane = 0; lane < block.lanes(); lane++) {
      double[] state = simulation.initial().draw(simulation.model().spec(), block.generator(lane));
      for (int v = 0; v < y.length; v++) {
        y[v][lane] = state[v];
      }
    }
  }

  @Override
  public String toString() {
    return simulation + " observed by " + monitor;
  }
}
