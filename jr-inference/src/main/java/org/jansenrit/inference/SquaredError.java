package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.inference.training.Objective;

/** Mean squared error of scaled parameters, over rows and parameters. */
final class SquaredError implements Objective {
  private final List<double[]> targets = new ArrayList<>();
  private final int outputs;

  /** Rows are those of the tables, one table after the other. */
  SquaredError(TargetScaling scaling, ParameterTable... tables) {
    this.outputs = scaling.parameters().size();
    for (ParameterTable table : tables) {
      for (int i = 0; i < table.size(); i++) {
        targets.add(scaling.scale(table, i));
      }
    }
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public double evaluate(int[] rows, float[] values, float[] gradient) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      double error = values[k] - targets.get(rows[k / outputs])[k % outputs];
      sum += error * error;
      if (gradient != null) {
        gradient[k] = (float) (2 * error / values.length);
      }
    }
    return sum / values.length;
  }
}
