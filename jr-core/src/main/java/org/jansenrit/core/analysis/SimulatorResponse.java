package org.jansenrit.core.analysis;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulator;

/** The response of any simulator, whose observations are 32-bit floats. */
record SimulatorResponse(Simulator<?> simulator, long seed) implements Response {

  @Override
  public List<Parameter> parameters() {
    return simulator.parameters();
  }

  @Override
  public Around around(ParameterSet point) {
    double[] reference = rows(ParameterTable.of(point))[0];
    return new Around() {
      @Override
      public double[] reference() {
        return reference.clone();
      }

      @Override
      public double[][] deviations(ParameterTable theta) {
        double[][] rows = rows(theta);
        for (double[] row : rows) {
          for (int k = 0; k < row.length; k++) {
            row[k] -= reference[k];
          }
        }
        return rows;
      }
    };
  }

  private double[][] rows(ParameterTable theta) {
    Observations x = simulator.simulate(theta, Streams.of(seed).common());
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.row(i);
    }
    return rows;
  }
}
