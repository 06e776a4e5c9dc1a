package org.jansenrit.inference;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;

/** The shape of the training set, for what comes later; keeps none of its values alive. */
record ShapeOf(Observations template) {

  static ShapeOf of(Observations x) {
    return new ShapeOf(
        x instanceof TimeSeries s
            ? TimeSeries.wrap(new float[0], s.channels(), s.samples(), s.rate(), s.unit())
            : Features.of(new double[0][], ((Features) x).names()));
  }

  /** Refuses observations of another shape, or with a value that is not finite. */
  void require(Observations x) {
    x.requireShapeOf(template, "observation", "the training set");
    requireFinite(x, "observation");
  }

  /** Refuses a value that is not finite; the message names its place. */
  static void requireFinite(Observations x, String what) {
    for (int i = 0; i < x.size(); i++) {
      if (!x.isFinite(i)) {
        throw new IllegalArgumentException(
            what
                + ": simulation "
                + i
                + ", "
                + firstNotFinite(x, i)
                + ". Leave such simulations out with Dataset.finite()");
      }
    }
  }

  private static String firstNotFinite(Observations x, int i) {
    double[] row = x.row(i);
    int j = 0;
    while (Double.isFinite(row[j])) {
      j++;
    }
    return place(x, j) + " is " + row[j];
  }

  private static String place(Observations x, int j) {
    if (x instanceof TimeSeries series) {
      List<String> channels = series.channels();
      int samples = series.samples();
      return "channel " + channels.get(j / samples) + ", sample " + j % samples;
    }
    return "feature " + ((Features) x).names().get(j);
  }

  @Override
  public String toString() {
    return template.shape();
  }
}
