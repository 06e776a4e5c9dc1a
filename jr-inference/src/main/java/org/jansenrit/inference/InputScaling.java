package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;

/**
 * Mean and standard deviation of groups of neighbouring values: each value its own group, or each
 * channel. A group that does not vary in the training set is only centred.
 */
final class InputScaling {
  /** Standard deviation, relative to the mean, below which 32-bit floats show rounding only. */
  private static final double ROUNDING = 1e-7;

  private final int groupSize;
  private final double[] mean;
  private final double[] sd;

  private InputScaling(int groupSize, double[] mean, double[] sd) {
    this.groupSize = groupSize;
    this.mean = mean;
    this.sd = sd;
  }

  /** Learns the scaling of groups of {@code groupSize} neighbouring values. */
  static InputScaling of(Observations x, int groupSize) {
    double count = (double) x.size() * groupSize;
    double[] mean = new double[x.width() / groupSize];
    add(x, groupSize, (g, v) -> mean[g] += v / count);
    double[] sd = new double[mean.length];
    add(x, groupSize, (g, v) -> sd[g] += (v - mean[g]) * (v - mean[g]) / count);
    for (int g = 0; g < sd.length; g++) {
      double root = Math.sqrt(sd[g]);
      sd[g] = root > ROUNDING * Math.abs(mean[g]) ? root : 1;
    }
    return new InputScaling(groupSize, mean, sd);
  }

  private interface Sink {
    void accept(int group, double value);
  }

  private static void add(Observations x, int groupSize, Sink sink) {
    float[] row = new float[x.width()];
    for (int i = 0; i < x.size(); i++) {
      x.copyTo(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        sink.accept(j / groupSize, row[j]);
      }
    }
  }

  /** Scales {@code count} values of one observation in place, from {@code offset} on. */
  void apply(float[] values, int offset, int count) {
    for (int j = 0; j < count; j++) {
      int g = j / groupSize;
      values[offset + j] = (float) ((values[offset + j] - mean[g]) / sd[g]);
    }
  }
}
