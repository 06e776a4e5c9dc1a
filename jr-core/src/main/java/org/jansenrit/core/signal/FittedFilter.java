package org.jansenrit.core.signal;

import java.io.IOException;
import java.util.Locale;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;

/** A filter, and the shape of what it was fitted to. */
record FittedFilter(Filter filter, TimeSeries template)
    implements Transform.Fitted<TimeSeries, TimeSeries> {
  static final String KIND = "filter";

  @Override
  public TimeSeries apply(TimeSeries x) {
    x.requireShapeOf(template, "series to filter", "the training set");
    return filter.apply(x);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("response", filter.response().name().toLowerCase(Locale.ROOT))
        .with("low", filter.low().hertz())
        .with("high", filter.high().hertz())
        .with("order", filter.order())
        .with("input", template);
  }

  static FittedFilter read(Archive archive) throws IOException {
    try {
      var filter =
          new Filter(
              Response.valueOf(archive.text("response").toUpperCase(Locale.ROOT)),
              Frequency.hz(archive.number("low")),
              Frequency.hz(archive.number("high")),
              archive.count("order"));
      return new FittedFilter(filter, archive.template("input", TimeSeries.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("the saved filter is damaged: " + e.getMessage(), e);
    }
  }
}
