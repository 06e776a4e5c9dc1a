package org.jansenrit.core.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.StepLimit;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/** Starts blocks of lanes of a simulation, for rows of a table. */
final class BlockStart {
  /**
   * A loop that the compiler has seen run over few lanes is not vectorised for the rest of the
   * process (measured: three times slower). Idle lanes repeat the last row.
   */
  static final int FEWEST_LANES = 64;

  private final Simulation simulation;
  private final LaneBlock.Values values;
  private final Streams streams;
  private final int rows;
  private final StepLimit limit;

  BlockStart(Simulation simulation, ParameterTable theta, Streams streams) {
    this.simulation = simulation;
    this.values = values(simulation, theta);
    this.streams = streams;
    this.rows = theta.size();
    this.limit = simulation.stepLimit();
  }

  private static LaneBlock.Values values(Simulation simulation, ParameterTable theta) {
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

  /** Returns a block of {@code count} rows from {@code first} on. */
  LaneBlock block(int first, int count) {
    double interval = simulation.step().seconds() / simulation.integrator().intervals();
    double start = -simulation.burnInSteps() * simulation.step().seconds();
    long[] rows =
        IntStream.range(0, Math.max(FEWEST_LANES, count))
            .mapToLong(lane -> first + Math.min(lane, count - 1))
            .toArray();
    return LaneBlock.of(rows, start, interval, values, streams, Streams.SENSORS);
  }

  /** Returns a run of {@code block} in its initial states. */
  Integration start(LaneBlock block) {
    Integration run =
        Integration.start(simulation.model(), simulation.integrator(), block, simulation.inputs());
    setInitial(run.state(), block.in(Streams.INITIAL));
    endTooFast(run.state(), block);
    return run;
  }

  /** Ends the lanes that the step is too large for: they count as diverged. */
  private void endTooFast(double[][] y, LaneBlock block) {
    for (int lane = 0; lane < block.lanes(); lane++) {
      if (!allowsStep((int) block.row(lane))) {
        for (double[] variable : y) {
          variable[lane] = Double.NaN;
        }
      }
    }
  }

  private boolean allowsStep(int row) {
    return limit.allows(p -> values.get(p, row));
  }

  /** Refuses a table that has rows, but none that the step is short enough for. */
  void requireStep() {
    if (rows > 0 && IntStream.range(0, rows).noneMatch(this::allowsStep)) {
      requireStep(0);
    }
  }

  /** Refuses {@code row} if the step is too large for it. */
  void requireStep(int row) {
    limit.require(p -> values.get(p, row));
  }

  private void setInitial(double[][] y, LaneBlock block) {
    for (int lane = 0; lane < block.lanes(); lane++) {
      double[] state = simulation.initial().draw(simulation.model().spec(), block.generator(lane));
      for (int v = 0; v < y.length; v++) {
        y[v][lane] = state[v];
      }
    }
  }
}
