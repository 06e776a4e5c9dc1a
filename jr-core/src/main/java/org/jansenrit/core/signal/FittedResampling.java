package org.jansenrit.core.signal;

import java.io.IOException;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;

/** A new sampling rate, and the shape of what it was fitted to. */
record FittedResampling(Frequency rate, TimeSeries template)
    implements Transform.Fitted<TimeSeries, TimeSeries> {
  static final String KIND = "resampling";

  @Override
  public TimeSeries apply(TimeSeries x) {
    x.requireShapeOf(template, "series to resample", "the training set");
    return Resampling.to(rate).apply(x);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND).with("rate", rate.hertz()).with("input", template);
  }

  static FittedResampling read(Archive archive) throws IOException {
    double rate = archive.number("rate");
    if (!(rate > 0)) {
      throw new IOException("the saved resampling is damaged: its rate is " + rate + " Hz");
    }
    return new FittedResampling(Frequency.hz(rate), archive.template("input", TimeSeries.class));
  }
}
