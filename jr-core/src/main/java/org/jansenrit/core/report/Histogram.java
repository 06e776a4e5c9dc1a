package org.jansenrit.core.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Equal bins from the least to the greatest value, the last one closed on both sides. */
final class Histogram {
  private final double low;
  private final double width;
  private final double[] counts;

  private Histogram(double low, double width, double[] counts) {
    this.low = low;
    this.width = width;
    this.counts = counts;
  }

  /**
   * Counts the values.
   *
   * @param values at least one, finite; if all are the same, the bins span half of it to each side
   */
  static Histogram of(double[] values, int bins) {
    Extent extent = Extent.of(values).widenedIfPoint();
    double low = extent.low();
    double width = (extent.high() - low) / bins;
    double[] counts = new double[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
    }
    return new Histogram(low, width, counts);
  }

  double width() {
    return width;
  }

  /** Returns the lower edge of each bin. */
  double[] left() {
    return IntStream.range(0, counts.length).mapToDouble(i -> low + i * width).toArray();
  }

  double[] counts() {
    return counts.clone();
  }

  /** Returns counts that are scaled so that the area is 1. */
  double[] densities() {
    double area = width * Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(c -> c / area).toArray();
  }
}
