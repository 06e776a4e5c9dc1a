package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;

/** Observations as few numbers of order one. */
final class Reduction {
  private Reduction() {}

  /**
   * Scales all values by the rows that are measured, and, if there are more than {@code count} of
   * them, replaces them by that many scaled principal components and the scaled distance from
   * these.
   */
  static double[][] of(Observations x, int[] measured, int count) {
    double[][] scaled = rows(InputScale.of(x, measured, false).apply(x));
    int most = Math.min(count, measured.length - 1);
    if (x.width() <= most) {
      return scaled;
    }
    Features all = features(scaled);
    var fitted = Transform.principalComponents(most).fit(all.select(measured));
    Features components = fitted.apply(all);
    double[][] both = new double[scaled.length][most + 1];
    for (int i = 0; i < both.length; i++) {
      double[] row = components.row(i);
      System.arraycopy(row, 0, both[i], 0, most);
      both[i][most] = Math.sqrt(Math.max(0, squares(scaled[i]) - squares(row)));
    }
    Features reduced = features(both);
    return rows(InputScale.of(reduced, measured, false).apply(reduced));
  }

  private static double squares(double[] row) {
    return Arrays.stream(row).map(v -> v * v).sum();
  }

  private static Features features(double[][] rows) {
    return Features.of(
        rows, IntStream.range(0, rows[0].length).mapToObj(j -> "value " + j).toList());
  }

  private static double[][] rows(Inputs inputs) {
    double[][] rows = new double[inputs.size()][inputs.width()];
    float[] values = new float[inputs.width()];
    for (int i = 0; i < rows.length; i++) {
      inputs.copyTo(i, values, 0);
      for (int j = 0; j < values.length; j++) {
        rows[i][j] = values[j];
      }
    }
    return rows;
  }
}
