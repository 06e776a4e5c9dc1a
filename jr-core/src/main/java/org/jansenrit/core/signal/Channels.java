package org.jansenrit.core.signal;

import java.util.function.UnaryOperator;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;

/** Does the same to each channel of each series. */
final class Channels {
  private Channels() {}

  /** Returns series of {@code samples} at {@code rate}. */
  static TimeSeries map(
      TimeSeries x, int samples, Frequency rate, UnaryOperator<double[]> operation) {
    var builder = TimeSeries.builder(x.size(), x.channels(), samples, rate, x.unit());
    float[] narrow = new float[samples];
    for (int i = 0; i < x.size(); i++) {
      for (int c = 0; c < x.channels().size(); c++) {
        double[] channel = operation.apply(x.channel(i, c));
        for (int k = 0; k < samples; k++) {
          narrow[k] = (float) channel[k];
        }
        builder.put(i, c, narrow);
      }
    }
    return builder.build().startingAt(x.start());
  }
}
