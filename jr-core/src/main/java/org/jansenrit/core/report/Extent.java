package org.jansenrit.core.report;

import java.util.stream.DoubleStream;

/** The range of values along one axis; empty if nothing is known. */
record Extent(double low, double high) {
  private static final double TINY = 1e-290;

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
    Extent wide = widenedIfPoint();
    double margin = wide.equals(this) ? 0.04 * (high - low) : 0;
    return new Extent(
        low == 0 ? wide.low : wide.low - margin, high == 0 ? wide.high : wide.high + margin);
  }

  /**
   * Returns half the value to each side, or 1 round zero, if the bounds are too close to divide.
   */
  Extent widenedIfPoint() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low > Math.max(1e-12 * size, TINY)) {
      return this;
    }
    double half = size < TINY ? 1 : size / 2;
    return new Extent(low - half, high + half);
  }
}
