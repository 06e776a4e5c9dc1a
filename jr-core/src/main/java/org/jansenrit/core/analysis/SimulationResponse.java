package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/**
 * The response of a simulation seen by a monitor that is linear in its states, such as an EEG or an
 * ERP without noise. Differences are taken of the states, in double precision.
 */
record SimulationResponse(Simulation simulation, Monitor<TimeSeries> monitor, long seed)
    implements Response {

  @Override
  public List<Parameter> parameters() {
    return simulation.observe(monitor).parameters();
  }

  @Override
  public Around around(ParameterSet point) {
    return new Linear(point);
  }

  private Streams streams() {
    return Streams.of(seed).common();
  }

  private final class Linear implements Around {
    private final ParameterSet point;
    private final Response.Around whole;
    private final Simulator<TimeSeries> deviations;

    Linear(ParameterSet point) {
      this.point = point;
      this.whole = new SimulatorResponse(simulation.observe(monitor), seed).around(point);
      double[][] states = states(withoutMonitor(ParameterTable.of(point)));
      this.deviations = simulation.observe(new Deviations<>(monitor, states));
      requireSilence();
    }

    private double[][] states(ParameterTable theta) {
      double[][] states = new double[simulation.timeline().samples()][];
      simulation.follow(
          theta,
          streams(),
          (k, y) -> states[k] = IntStream.range(0, y.length).mapToDouble(v -> y[v][0]).toArray());
      return states;
    }

    /** The monitor must keep nothing of no difference. */
    private void requireSilence() {
      for (double value : differences(ParameterTable.of(point))[0]) {
        if (value != 0 && Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "the observation adds noise of its own, "
                  + monitor
                  + "; give it without noise, and say how much there is by noise(...)");
        }
      }
    }

    @Override
    public double[] reference() {
      return whole.reference();
    }

    /** Rows in which the monitor itself is another are compared as a whole. */
    @Override
    public double[][] deviations(ParameterTable theta) {
      int[] moved = IntStream.range(0, theta.size()).filter(i -> movesMonitor(theta, i)).toArray();
      int[] rest = IntStream.range(0, theta.size()).filter(i -> !movesMonitor(theta, i)).toArray();
      double[][] all = new double[theta.size()][];
      put(all, moved, moved.length == 0 ? all : whole.deviations(theta.select(moved)));
      put(all, rest, rest.length == 0 ? all : differences(theta.select(rest)));
      return all;
    }

    private static void put(double[][] all, int[] places, double[][] rows) {
      for (int i = 0; i < places.length; i++) {
        all[places[i]] = rows[i];
      }
    }

    private boolean movesMonitor(ParameterTable theta, int row) {
      return monitor.parameters().stream()
          .filter(theta.parameters()::contains)
          .anyMatch(p -> theta.get(row, theta.parameters().indexOf(p)) != point.get(p));
    }

    private double[][] differences(ParameterTable theta) {
      TimeSeries x = deviations.simulate(theta, streams());
      return IntStream.range(0, x.size()).mapToObj(x::row).toArray(double[][]::new);
    }

    private ParameterTable withoutMonitor(ParameterTable theta) {
      List<Parameter> kept = new ArrayList<>(theta.parameters());
      kept.removeAll(monitor.parameters());
      double[] row =
          kept.stream().mapToDouble(p -> theta.get(0, theta.parameters().indexOf(p))).toArray();
      return ParameterTable.of(kept, new double[][] {row});
    }
  }
}
