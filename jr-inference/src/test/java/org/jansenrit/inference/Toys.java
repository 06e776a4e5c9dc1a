package org.jansenrit.inference;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;

/** Small simulators. */
final class Toys {
  static final Parameter GAIN = Parameter.of("g", "mV", 2);
  static final Parameter RATE = Parameter.of("f", "1/s", 10);

  private Toys() {}

  private interface Observe {
    double[] observe(double[] theta, DoubleSupplier normal);
  }

  private static double[][][] simulate(int n, long seed, Observe observe) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] theta = new double[n][];
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      theta[i] = new double[] {1 + 2 * random.nextDouble(), 8 + 8 * random.nextDouble()};
      x[i] = observe.observe(theta[i], normal::sample);
    }
    return new double[][][] {theta, x};
  }

  private static ParameterTable table(double[][] theta) {
    return ParameterTable.of(List.of(GAIN, RATE), theta);
  }

  private static Features features(double[][] x) {
    List<String> names = IntStream.range(0, x[0].length).mapToObj(j -> "x" + j).toList();
    return Features.of(x, names);
  }

  /** Three features, linear in the parameters, with a little noise. */
  static Dataset<Features> linear(int n, long seed) {
    double[][][] pairs =
        simulate(
            n,
            seed,
            (t, normal) ->
                new double[] {
                  2 * t[0] + 0.5 * t[1] + 0.01 * normal.getAsDouble(),
                  100 * t[0] - 30 * t[1] + 0.01 * normal.getAsDouble(),
                  normal.getAsDouble()
                });
    return Dataset.of(table(pairs[0]), features(pairs[1]));
  }

  /** Features that a line cannot turn back: a wave and its modulus. */
  static Dataset<Features> nonlinear(int n, long seed) {
    double[][][] pairs =
        simulate(
            n,
            seed,
            (t, normal) ->
                new double[] {
                  t[0] * Math.cos(0.7 * t[1]) + 0.02 * normal.getAsDouble(),
                  t[0] * Math.sin(0.7 * t[1]) + 0.02 * normal.getAsDouble()
                });
    return Dataset.of(table(pairs[0]), features(pairs[1]));
  }

  /** A sine of random phase on two channels: gain and frequency, 0.4 s at 100 Hz. */
  static Dataset<TimeSeries> waves(int n, long seed) {
    int samples = 40;
    double[][][] pairs =
        simulate(
            n,
            seed,
            (t, normal) -> {
              double phase = 10 * normal.getAsDouble();
              double[] row = new double[2 * samples];
              for (int k = 0; k < samples; k++) {
                double angle = 2 * Math.PI * t[1] * k / 100 + phase;
                row[k] = t[0] * Math.sin(angle) + 0.1 * normal.getAsDouble();
                row[samples + k] = 50 * (t[0] * Math.cos(angle) + 0.1 * normal.getAsDouble());
              }
              return row;
            });
    TimeSeries x = TimeSeries.of(pairs[1], List.of("Fz", "Cz"), Frequency.hz(100), "uV");
    return Dataset.of(table(pairs[0]), x);
  }

  /** Returns the mean of R2 over the parameters. */
  static <X extends Observations> double r2(FittedEstimator<X> fitted, Dataset<X> test) {
    return fitted.evaluate(test).scores().stream()
        .mapToDouble(RecoveryReport.Score::r2)
        .average()
        .orElseThrow();
  }
}
