package org.jansenrit.examples;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;

/** Noise of given shapes: the time that a network takes does not depend on what it sees. */
final class BenchmarkData {
  private BenchmarkData() {}

  /** Returns a prior over some parameters without a name. */
  static Prior prior(int parameters) {
    return Prior.of(
        IntStream.range(0, parameters)
            .mapToObj(j -> Prior.uniform(Parameter.of("p" + j, "1", 0.5), 0, 1))
            .toArray(Prior[]::new));
  }

  static Dataset<Features> features(int n, int width, int parameters) {
    return features(n, width, prior(parameters));
  }

  static Dataset<Features> features(int n, int width, Prior prior) {
    var random = Streams.of(1).random(0, Streams.SENSORS);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = random.doubles(width).toArray();
    }
    List<String> names = IntStream.range(0, width).mapToObj(j -> "x" + j).toList();
    return Dataset.of(prior.sample(n, 2), Features.of(rows, names));
  }

  /** Returns series at 250 Hz. */
  static Dataset<TimeSeries> series(int n, int channels, int samples, int parameters) {
    var random = Streams.of(1).random(0, Streams.SENSORS);
    float[] values = new float[n * channels * samples];
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextFloat() - 0.5f;
    }
    List<String> names = IntStream.range(0, channels).mapToObj(c -> "E" + c).toList();
    TimeSeries x = TimeSeries.wrap(values, names, samples, Frequency.hz(250), "uV");
    return Dataset.of(prior(parameters).sample(n, 2), x);
  }

  /** Returns the first eight of {@code data}, too few to cost any time. */
  static <X extends Observations> Dataset<X> few(Dataset<X> data) {
    return data.select(IntStream.range(0, 8).toArray());
  }
}
