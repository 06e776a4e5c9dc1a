package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import org.jansenrit.core.data.ParameterTable;

/**
 * Mean and variance of a sample.
 *
 * @param mean its mean
 * @param variance its variance, with n - 1
 */
record Summary(double mean, double variance) {

  static Summary of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return new Summary(mean, squares / (values.length - 1));
  }

  double sd() {
    return Math.sqrt(variance);
  }

  private double unit() {
    return variance > 0 ? sd() : 1;
  }

  /**
   * Returns the rows of {@code table}, each column by mean and deviation of that of another; one
   * that does not vary there is only centred.
   */
  static double[][] scaled(ParameterTable table, ParameterTable scale) {
    Summary[] scales =
        scale.parameters().stream().map(p -> Summary.of(scale.column(p))).toArray(Summary[]::new);
    double[][] rows = new double[table.size()][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = table.row(i);
      Arrays.setAll(row, j -> (row[j] - scales[j].mean()) / scales[j].unit());
      rows[i] = row;
    }
    return rows;
  }
}
