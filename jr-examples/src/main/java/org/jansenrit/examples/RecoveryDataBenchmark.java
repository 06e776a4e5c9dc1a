package org.jansenrit.examples;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.eeg.RecoveryData;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;

/**
 * How long does the data set of the published recovery benchmark take to make, and how noisy is it?
 *
 * <p>1000 simulations of 61 s, 64 channels x 1201 samples each, with the noise of the average drawn
 * directly and the long way, sample by sample; then the signal-to-noise ratio of each simulation.
 * Arguments: {@code --out=DIR}, {@code --small}.
 */
public final class RecoveryDataBenchmark {
  private static final int SIMULATIONS = 1_000;
  private static final int SMALL = 30;
  private static final double[] NOISE_FACTORS = {0.1, 0.25, 0.5, 1, 2};
  private static final double BIN = 4;

  private final int simulations;
  private Results results;

  private RecoveryDataBenchmark(boolean small) {
    this.simulations = small ? SMALL : SIMULATIONS;
    this.results = Results.of("RecoveryDataBenchmark", small ? "small" : "full");
  }

  /**
   * Runs the benchmark, prints its table and its histogram, and writes a page.
   *
   * @param args {@code --out=DIR} (default {@code recovery-data-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    Path out = Path.of(arguments.get("out").orElse("recovery-data-benchmark"));
    run(arguments.has("small"), out);
  }

  static Results run(boolean small, Path out) throws IOException {
    return new RecoveryDataBenchmark(small).run(out);
  }

  private Results run(Path out) throws IOException {
    RecoveryExperiment published = RecoveryExperiment.asPublished();
    time("noise of the average, cold start", published, 4);
    time("noise of the average", published, 4);
    time("noise sample by sample", published.noiseSampleBySample(), 15);
    Panel panel = Panel.of("Signal-to-noise ratio", "SNR (dB)", "simulations");
    panel = describe("as published", published, panel);
    RecoveryExperiment alive = RecoveryExperiment.consistentUnits().physiologicalRanges();
    panel = describe("consistent units", alive, panel);
    System.out.println(results.table());
    Files.createDirectories(out);
    Figure figure = Figure.of(panel).panelSize(640, 400);
    figure.save(out.resolve("signal-to-noise.svg"));
    Report.titled("The data set of the recovery benchmark")
        .table(results.table())
        .figure(figure, "Signal-to-noise ratio per simulation at noise factor 1.")
        .save(out.resolve("recovery-data-benchmark.html"));
    results.save(out.resolve("results.json"));
    return results;
  }

  /**
   * Simulates once, and notes the time of the clock, and that of all processors divided by their
   * number: what the clock would show if nothing else ran.
   */
  private void time(String name, RecoveryExperiment experiment, double asked) {
    double cpu = processorSeconds();
    Stopwatch watch = new Stopwatch();
    TimeSeries x = experiment.simulator().sample(experiment.prior(), simulations, 1).x();
    double wall = watch.seconds();
    double idle = (processorSeconds() - cpu) / Runtime.getRuntime().availableProcessors();
    results =
        results
            .figure(name + "/processor time per processor", idle, "s", asked, "<=")
            .note(name + "/processor time per processor", x + " on " + threads())
            .figure(name + "/wall time, whatever else ran", wall, "s");
  }

  private static String threads() {
    return Runtime.getRuntime().availableProcessors()
        + " processors, heap of "
        + Runtime.getRuntime().maxMemory() / (1 << 20)
        + " MiB";
  }

  private static double processorSeconds() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime() / 1e9
        : 0;
  }

  private Panel describe(String name, RecoveryExperiment experiment, Panel panel) {
    for (double factor : NOISE_FACTORS) {
      RecoveryData sample = experiment.noiseFactor(factor).sample(simulations, 1);
      double[] decibels = sample.decibels();
      Arrays.sort(decibels);
      String at = name + ", noise factor " + factor;
      results =
          results
              .figure(at + "/median SNR", decibels[decibels.length / 2], "dB")
              .note(
                  at + "/median SNR",
                  sample.outliers() + " outliers and " + sample.diverged() + " diverged left out");
      if (factor == 1) {
        System.out.println(name + ", signal-to-noise ratio at noise factor 1\n" + bars(decibels));
        panel = panel.counts(name, decibels, 30);
      }
    }
    return panel;
  }

  /** Returns a histogram as text, one line per bin, of sorted values. */
  private static String bars(double[] sorted) {
    StringBuilder text = new StringBuilder();
    double first = BIN * Math.floor(sorted[0] / BIN);
    for (double low = first; low <= sorted[sorted.length - 1]; low += BIN) {
      double edge = low;
      long count = Arrays.stream(sorted).filter(v -> v >= edge && v < edge + BIN).count();
      int length = (int) Math.ceil(60.0 * count / sorted.length);
      text.append(
          String.format(
              Locale.ROOT,
              "%6.0f .. %3.0f dB %5d %s%n",
              low,
              low + BIN,
              count,
              "#".repeat(length)));
    }
    return text.toString();
  }
}
