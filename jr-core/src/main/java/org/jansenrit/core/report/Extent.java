package org.jansenrit.core.report;

import java.util.stream.DoubleStream;

/** The range of values along one axis; empty if nothing is known. */
record Extent(double low, double high) {
  static final Extent EMPTY = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Returns the extent of the values, NaN left out. */
  static Extent of(double... values) {
    return DoubleStream.of(values)
        .filter(v -> !Double.isNaN(v))
        .mapToObj(v -> new Extent(v, v))
        .reduce(EMPTY, Extent::and);
  }

  Extent and(Extent other) {
    return new Extent(Math.min(low, other.low), Math.max(high, other.high));
  }

  boolean isEmpty() {
    return !(low <= high);
  }

  /** Returns a range to draw: with margins, save at a zero that bars stand on. */
  Extent padded() {
    if (isEmpty()) {
      return new Extent(0, 1);
    }
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      return widened();
    }
    double margin = 0.04 * (high - low);
    return new Extent(low == 0 ? 0 : low - margin, high == 0 ? 0 : high + margin);
  }

  private Extent widened() {
    double half = low == 0 ? 1 : Math.abs(low) / 2;
    return new Extent(low - half, low + half);
  }
}
