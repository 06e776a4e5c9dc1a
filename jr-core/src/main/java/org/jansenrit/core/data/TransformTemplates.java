package org.jansenrit.core.data;

import java.util.stream.IntStream;

/** What a fitted transform remembers of the shape of its training set, and asks of its values. */
final class TransformTemplates {
  private TransformTemplates() {}

  /** Returns observations of the same shape, none of them, that keep no values alive. */
  static Observations withoutRows(Observations x) {
    return x instanceof TimeSeries series
        ? withoutRows(series)
        : Features.of(new double[0][], ((Features) x).names());
  }

  static TimeSeries withoutRows(TimeSeries x) {
    return TimeSeries.wrap(new float[0], x.channels(), x.samples(), x.rate(), x.unit())
        .startingAt(x.start());
  }

  /** Refuses training sets that are empty, or hold a value that is not finite. */
  static void requireFinite(Observations x, String what) {
    if (x.size() == 0) {
      throw new IllegalArgumentException(what + " cannot be fitted to an empty training set");
    }
    int bad = IntStream.range(0, x.size()).filter(i -> !x.isFinite(i)).findFirst().orElse(-1);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          what
              + " cannot be fitted: simulation "
              + bad
              + " has a value that is not finite. Leave such simulations out with"
              + " Dataset.finite()");
    }
  }
}
