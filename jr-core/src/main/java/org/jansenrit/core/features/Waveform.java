package org.jansenrit.core.features;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;

/** What the shape of a signal in time says: its size, and how fast and evenly it swings. */
public enum Waveform implements Summary {
  /** The root mean square, about zero, in the unit of the signal. */
  RMS {
    @Override
    public Prepared prepare(SignalShape shape) {
      return one("RMS (" + shape.unit() + ")", x -> Math.sqrt(meanSquare(x)));
    }
  },

  /** The largest value less the smallest, in the unit of the signal. */
  PEAK_TO_PEAK {
    @Override
    public Prepared prepare(SignalShape shape) {
      return one("peak to peak (" + shape.unit() + ")", Waveform::span);
    }
  },

  /** How often the signal crosses its own mean, up or down, per second. */
  ZERO_CROSSINGS {
    @Override
    public Prepared prepare(SignalShape shape) {
      double seconds = Math.max(1, shape.samples() - 1) / shape.rate().hertz();
      return one("zero crossings (1/s)", x -> crossings(x) / seconds);
    }
  },

  /**
   * Activity, the variance, in the square of the unit of the signal; mobility, the sd of the slope
   * over that of the signal, in 1/s; complexity, the mobility of the slope over that of the signal,
   * without unit. Slopes are differences of neighbouring samples: a sine of frequency f at rate r
   * has mobility 2 r sin(pi f / r), nearly 2 pi f, and complexity 1. The last two are not defined
   * for a constant signal.
   *
   * @see <a href="https://doi.org/10.1016/0013-4694(70)90143-4">Hjorth (1970)</a>
   */
  HJORTH {
    @Override
    public Prepared prepare(SignalShape shape) {
      double rate = shape.rate().hertz();
      List<String> names =
          List.of(
              "Hjorth activity (" + Units.squared(shape.unit()) + ")",
              "Hjorth mobility (1/s)",
              "Hjorth complexity (1)");
      return new Prepared(names, x -> hjorth(x.values(), rate));
    }
  };

  @Override
  public Archive toArchive() {
    return Archive.of("waveform").with("name", name());
  }

  static Waveform read(Archive archive) throws IOException {
    return valueOf(archive.text("name"));
  }

  private static Summary.Prepared one(String name, ToDoubleFunction<double[]> number) {
    return new Summary.Prepared(
        List.of(name), x -> new double[] {number.applyAsDouble(x.values())});
  }

  private static double meanSquare(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum / x.length;
  }

  private static double span(double[] x) {
    double low = x[0];
    double high = x[0];
    for (double value : x) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  private static int crossings(double[] x) {
    double mean = Moments.mean(x);
    int crossings = 0;
    for (int k = 1; k < x.length; k++) {
      if (x[k] >= mean != x[k - 1] >= mean) {
        crossings++;
      }
    }
    return crossings;
  }

  private static double[] hjorth(double[] x, double rate) {
    double[] slope = slope(x, rate);
    double activity = variance(x);
    double mobility = Math.sqrt(variance(slope) / activity);
    double ofSlope = Math.sqrt(variance(slope(slope, rate)) / variance(slope));
    return new double[] {activity, mobility, ofSlope / mobility};
  }

  private static double[] slope(double[] x, double rate) {
    double[] slope = new double[Math.max(0, x.length - 1)];
    for (int k = 0; k < slope.length; k++) {
      slope[k] = (x[k + 1] - x[k]) * rate;
    }
    return slope;
  }

  private static double variance(double[] x) {
    double mean = Moments.mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum / x.length;
  }
}
