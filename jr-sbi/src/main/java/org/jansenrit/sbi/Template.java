package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;

/** The shape of observations without their values. */
final class Template {
  private Template() {}

  /** Returns one observation at most, of the shape of {@code x}, that does not hold on to it. */
  static Observations of(Observations x) {
    if (x instanceof Features features) {
      return Features.of(new double[0][], features.names());
    }
    if (x instanceof TimeSeries series) {
      List<String> channels = series.channels();
      double[][] one = {series.row(0)};
      return TimeSeries.of(one, channels, series.rate(), series.unit()).startingAt(series.start());
    }
    return x.select(0);
  }
}
