package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.DifferentiableModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Simulation;

/** Exact derivatives of what a linear monitor keeps, by the equations of the derivatives. */
record ForwardSensitivities(Simulation simulation, Monitor<TimeSeries> monitor, long seed) {

  /** What is left is the rounding of observations to 32 bits. */
  private static final double ROUNDING = 6e-8;

  Jacobian at(ParameterSet point) {
    SensitivityModel both = new SensitivityModel(model(point));
    TimeSeries x =
        simulation
            .model(both)
            .observe(monitor)
            .simulate(table(point, both), Streams.of(seed).common());
    double[][] columns = new double[x.size()][];
    Arrays.setAll(columns, x::row);
    double[] errors =
        Arrays.stream(columns).mapToDouble(c -> ROUNDING * Jacobian.norm(c)).toArray();
    double[] reference =
        new SimulationResponse(simulation, monitor, seed).around(point).reference();
    return new Jacobian(point, columns, errors, Jacobian.norm(reference));
  }

  private DifferentiableModel model(ParameterSet point) {
    if (!(simulation.model() instanceof DifferentiableModel model)) {
      throw new IllegalArgumentException(
          simulation.model().spec().name()
              + " does not offer its derivatives (DifferentiableModel); leave out forward()");
    }
    for (Parameter p : point.parameters()) {
      if (!model.spec().parameters().contains(p)) {
        throw new IllegalArgumentException(
            "forward sensitivities are for parameters of the model, but %s is of a drive or a monitor; leave out forward()"
                .formatted(p.symbol()));
      }
    }
    return model;
  }

  /** One row per parameter of the point: the direction of its logarithm. */
  private ParameterTable table(ParameterSet point, SensitivityModel both) {
    List<Parameter> own = simulation.model().spec().parameters();
    List<Parameter> all = new ArrayList<>(own);
    all.addAll(both.weights());
    List<double[]> rows = new ArrayList<>();
    for (Parameter moved : point.parameters()) {
      double[] row = new double[all.size()];
      for (int p = 0; p < own.size(); p++) {
        Parameter parameter = own.get(p);
        row[p] =
            point.parameters().contains(parameter)
                ? point.get(parameter)
                : simulation.baseline().get(parameter);
      }
      row[own.size() + own.indexOf(moved)] = 1;
      rows.add(row);
    }
    return ParameterTable.of(all, rows.toArray(double[][]::new));
  }
}
