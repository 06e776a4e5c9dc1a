package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;

/** Scaled parameters, by row of all tables that are learnt from or validated on. */
final class ScaledTargets {
  private final List<double[]> rows = new ArrayList<>();
  private final int width;

  /** Rows are those of the tables, one table after the other. */
  ScaledTargets(TargetScaling scaling, ParameterTable... tables) {
    this.width = scaling.parameters().size();
    for (ParameterTable table : tables) {
      for (int i = 0; i < table.size(); i++) {
        rows.add(scaling.scale(table, i));
      }
    }
  }

  /** Returns the number of parameters. */
  int width() {
    return width;
  }

  /** Returns the values of a row, which must not be written to. */
  double[] row(int i) {
    return rows.get(i);
  }
}
