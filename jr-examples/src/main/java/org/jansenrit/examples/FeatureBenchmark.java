package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.s;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Summaries;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.features.Aperiodic;
import org.jansenrit.core.features.Autocorrelation;
import org.jansenrit.core.features.Bands;
import org.jansenrit.core.features.Moments;
import org.jansenrit.core.features.Psd;
import org.jansenrit.core.features.Spectral;
import org.jansenrit.core.features.Waveform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.report.Results;

/**
 * How long do the features of a study's data set take, and is the aperiodic exponent right?
 *
 * <p>1000 simulations x 64 channels x 1201 samples at 1000 Hz; then 64 noises of 32 s at 1000 Hz.
 * Arguments: {@code --out=DIR}, {@code --small}.
 */
public final class FeatureBenchmark {
  private static final int REPETITIONS = 5;
  private static final int CHANNELS = 64;
  private static final int SAMPLES = 1201;

  private FeatureBenchmark() {}

  /**
   * Runs the benchmark and prints its figures.
   *
   * @param args {@code --out=DIR} (default {@code feature-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    run(arguments.has("small"), Path.of(arguments.get("out").orElse("feature-benchmark")));
  }

  static Results run(boolean small, Path out) throws IOException {
    Results results = Results.of("FeatureBenchmark", small ? "small" : "full");
    results = exponents(times(results, noise(small ? 10 : 1000)));
    System.out.println(results.table());
    Files.createDirectories(out);
    results.save(out.resolve("results.json"));
    return results;
  }

  private static Results times(Results results, TimeSeries x) {
    Psd psd = Psd.logBins(33);
    Summaries spectrum =
        Features.of(
            psd,
            Bands.standard(),
            Spectral.edge(0.95),
            Spectral.centroid(),
            Spectral.peak(),
            Aperiodic.between(hz(2), hz(40)));
    Summaries waveform = Features.of(Moments.upTo(4), Waveform.RMS, Waveform.HJORTH);
    return results
        .figure("PSD, 33 log bins/CPU time", seconds(Features.of(psd), x), "s", 4, "<=")
        .note("PSD, 33 log bins/CPU time", "2 s on 2 cores are 4 s of CPU time.")
        .figure("all of the spectrum/CPU time", seconds(spectrum, x), "s")
        .figure("moments, RMS, Hjorth/CPU time", seconds(waveform, x), "s")
        .figure(
            "autocorrelation width/CPU time",
            seconds(Features.of(Autocorrelation.width()), x),
            "s");
  }

  private static Results exponents(Results results) {
    Map<Double, Drive> noises = new TreeMap<>();
    for (double alpha : new double[] {0.5, 1, 1.5}) {
      noises.put(alpha, Noise.pink(alpha, 1, hz(1), hz(100)));
    }
    noises.put(2.0, Noise.ornsteinUhlenbeck(s(30), 1)); // 1/f^2 far above 5 mHz
    Results all = results;
    for (var noise : noises.entrySet()) {
      String name = "aperiodic exponent, alpha = " + noise.getKey() + "/off by";
      double error = Math.abs(exponent(noise.getValue()) - noise.getKey());
      all = all.figure(name, error, "1", 0.05, "<=");
    }
    return all;
  }

  /** The mean over 64 lanes of 32 s. */
  private static double exponent(Drive noise) {
    int lanes = 64;
    Frequency rate = hz(1000); // a mean over a longer step would be a filter
    LaneBlock block =
        LaneBlock.of(0, lanes, 0, 1 / rate.hertz(), (p, row) -> 0, Streams.of(5), Streams.DRIVES);
    Drive.Path path = noise.start(block);
    double[][] x = new double[lanes][32_000];
    double[] mean = new double[lanes];
    for (int k = 0; k < x[0].length; k++) {
      path.mean(mean);
      block.clock().tick();
      for (int i = 0; i < lanes; i++) {
        x[i][k] = mean[i];
      }
    }
    TimeSeries series = TimeSeries.of(x, List.of("noise"), rate, "uV");
    Features fits = Features.of(Aperiodic.between(hz(2), hz(30))).of(series);
    return IntStream.range(0, lanes).mapToDouble(i -> fits.row(i)[0]).average().orElseThrow();
  }

  /** White; the time does not depend on it. */
  private static TimeSeries noise(int simulations) {
    float[] values = new float[simulations * CHANNELS * SAMPLES];
    var random = Streams.of(1).random(0, Streams.SENSORS);
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextFloat() - 0.5f;
    }
    List<String> channels = IntStream.range(0, CHANNELS).mapToObj(c -> "E" + c).toList();
    return TimeSeries.wrap(values, channels, SAMPLES, hz(1000), "uV");
  }

  /** The median over some runs of the CPU time of all threads. */
  private static double seconds(Summaries recipe, TimeSeries x) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double[] times = new double[REPETITIONS];
    for (int k = 0; k < REPETITIONS; k++) {
      long start = system.getProcessCpuTime();
      recipe.apply(x);
      times[k] = (system.getProcessCpuTime() - start) / 1e9;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }
}
