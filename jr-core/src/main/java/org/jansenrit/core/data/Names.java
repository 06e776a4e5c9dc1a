package org.jansenrit.core.data;

/** Small words for messages. */
final class Names {
  private Names() {}

  /** Returns {@code "1 channel"} or {@code "3 channels"}. */
  static String count(int n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  /**
   * Returns the place of the first value that is not finite: {@code "channel Pz, sample 3 is NaN"}.
   */
  static String firstNotFinite(Observations x, double[] row) {
    int j = 0;
    while (Double.isFinite(row[j])) {
      j++;
    }
    return place(x, j) + " is " + row[j];
  }

  private static String place(Observations x, int j) {
    if (x instanceof Trials<?> trials) {
      int width = trials.each().width();
      return "trial " + j / width + ", " + place(trials.each(), j % width);
    }
    if (x instanceof TimeSeries series) {
      String channel = series.channels().get(j / series.samples());
      return "channel " + channel + ", sample " + j % series.samples();
    }
    return "feature " + ((Features) x).names().get(j);
  }
}
