package org.jansenrit.sbi;

import java.util.Arrays;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.training.Inputs;

/** Mean 0 and standard deviation 1 over the training rows, value by value or channel by channel. */
final class InputScale {
  private final int[] shape;
  private final double[] mean;
  private final double[] sd;

  private InputScale(int[] shape, double[] mean, double[] sd) {
    this.shape = shape;
    this.mean = mean;
    this.sd = sd;
  }

  /**
   * Measures {@code rows} of {@code x}.
   *
   * @param byChannel whether all samples of a channel share one mean and standard deviation
   */
  static InputScale of(Observations x, int[] rows, boolean byChannel) {
    int[] shape = shapeOf(x);
    int share = byChannel ? shape[shape.length - 1] : 1;
    double[] mean = means(x, rows, share);
    return new InputScale(shape, mean, deviations(x, rows, mean, share));
  }

  private static int[] shapeOf(Observations x) {
    return x instanceof TimeSeries series
        ? new int[] {series.channels().size(), series.samples()}
        : new int[] {x.width()};
  }

  private static double[] means(Observations x, int[] rows, int share) {
    double[] sum = new double[x.width()];
    float[] row = new float[x.width()];
    for (int i : rows) {
      x.copyTo(i, row, 0);
      Arrays.setAll(sum, j -> sum[j] + row[j]);
    }
    return pooled(sum, rows.length, share);
  }

  private static double[] deviations(Observations x, int[] rows, double[] mean, int share) {
    double[] sum = new double[x.width()];
    float[] row = new float[x.width()];
    for (int i : rows) {
      x.copyTo(i, row, 0);
      Arrays.setAll(sum, j -> sum[j] + (row[j] - mean[j]) * (row[j] - mean[j]));
    }
    double[] variance = pooled(sum, rows.length, share);
    // a value that never changes becomes 0 throughout
    return Arrays.stream(variance).map(v -> v > 0 ? Math.sqrt(v) : 1).toArray();
  }

  /** Divides sums by the number of rows and averages them over runs of {@code share} values. */
  private static double[] pooled(double[] sums, int rows, int share) {
    double[] pooled = new double[sums.length];
    for (int from = 0; from < sums.length; from += share) {
      double total = Arrays.stream(sums, from, from + share).sum();
      Arrays.fill(pooled, from, from + share, total / rows / share);
    }
    return pooled;
  }

  int[] shape() {
    return shape.clone();
  }

  /** Returns all rows of {@code x}, scaled. */
  Inputs apply(Observations x) {
    return new Inputs() {
      @Override
      public int size() {
        return x.size();
      }

      @Override
      public int[] shape() {
        return shape.clone();
      }

      @Override
      public void copyTo(int row, float[] target, int offset) {
        x.copyTo(row, target, offset);
        for (int j = 0; j < mean.length; j++) {
          target[offset + j] = (float) ((target[offset + j] - mean[j]) / sd[j]);
        }
      }
    };
  }
}
