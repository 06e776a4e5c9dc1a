package org.jansenrit.core.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulator;

/** Simulators whose derivatives are known. */
final class Toys {
  static final Parameter X = Parameter.of("x", "mV", 2).possible(1e-3, 1e3);
  static final Parameter Y = Parameter.of("y", "1/s", 3).possible(1e-3, 1e3);
  static final Parameter Z = Parameter.of("z", "1", 0.5).possible(1e-3, 1e3);
  static final ParameterSet POINT = ParameterSet.of(List.of(X, Y, Z), 2, 3, 0.5);

  private Toys() {}

  /** One row of numbers from the values of the parameters, in the order of the table. */
  @FunctionalInterface
  interface Formula {
    double[] of(double[] theta);
  }

  static Simulator<Features> simulator(Formula formula) {
    return (theta, streams) -> {
      double[][] rows = new double[theta.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = formula.of(theta.row(i));
      }
      List<String> names =
          IntStream.range(0, rows[0].length).mapToObj(k -> "f" + k + " (1)").toList();
      return Features.of(rows, names);
    };
  }

  /** Linear in the logarithms, by {@code matrix[value][parameter]}. */
  static Simulator<Features> linear(double[][] matrix) {
    return simulator(
        theta -> {
          double[] x = new double[matrix.length];
          for (int k = 0; k < x.length; k++) {
            for (int j = 0; j < theta.length; j++) {
              x[k] += matrix[k][j] * Math.log(theta[j]);
            }
          }
          return x;
        });
  }
}
