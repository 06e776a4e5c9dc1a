package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.report.Results;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * Which parameters of a Jansen-Rit column can be recovered from its evoked potential, by which
 * network, at which noise, and what do more simulations buy?
 *
 * <p>Repeats a published benchmark with its slips of unit and without. Every training is kept in a
 * file of its own: a run that was stopped is continued by the same call. Arguments: {@code
 * --out=DIR}, {@code --seed=N}, {@code --simulations=N} (of the larger size), {@code --small},
 * {@code --report} (writes the page and the results of what is there, and computes nothing).
 *
 * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2024, 2025)</a>
 */
public final class ErpRecoveryStudy {
  private static final int LARGE = 10_000;
  private static final int TINY = 200;
  private static final int ROUNDS = 6;
  private static final int TIMED = 64;
  private static final int SEARCHED = 64;
  private static final int GENERATIONS = 100;

  /** Sensor noise of a raw sample at noise factor 1, in uV, and trials in an average. */
  private static final double RAW_NOISE = 0.2;

  private static final int TRIALS = 59;
  private static final int SMALL_DIRECTIONS = 12;

  private final boolean small;
  private final int[] sizes;
  private final long seed;
  private final Path cells;

  private ErpRecoveryStudy(boolean small, int large, long seed, Path cells) {
    this.small = small;
    this.sizes = new int[] {large / 10, large};
    this.seed = seed;
    this.cells = cells;
  }

  /**
   * Runs the study; exits with status 2 and one line if an argument is wrong.
   *
   * @param args {@code --out=DIR} (default {@code erp-recovery}), {@code --seed=N}, {@code
   *     --simulations=N}, {@code --small} and {@code --report}
   * @throws IOException if {@code DIR} cannot be made, or what is kept there be read or written
   */
  public static void main(String[] args) throws IOException {
    try {
      run(args);
    } catch (IllegalArgumentException e) {
      System.err.println("study: " + e.getMessage());
      System.exit(2);
    }
  }

  static Results run(String... args) throws IOException {
    Arguments arguments =
        Arguments.parse(args, List.of("small", "report", "out", "seed", "simulations"));
    boolean small = arguments.has("small");
    int large = arguments.count("simulations", small ? TINY : LARGE, TINY);
    Path out = Path.of(arguments.get("out").orElse("erp-recovery"));
    Path cells = Files.createDirectories(out.resolve("cells"));
    long seed = arguments.number("seed", 2026, Long.MIN_VALUE, Long.MAX_VALUE);
    return new ErpRecoveryStudy(small, large, seed, cells).run(out, arguments.has("report"));
  }

  private Results run(Path out, boolean reportOnly) {
    if (!reportOnly) {
      computeAll();
    }
    RecoveryFindings findings = new RecoveryFindings(done(), sizes[0], sizes[1]);
    findings.verdicts().forEach(System.out::println);
    RecoveryBounds bounds = RecoveryBounds.of(findings, small);
    RecoveryPage.of(findings, bounds).save(out.resolve("erp-recovery.html"));
    Results results = bounds.addTo(findings.results(small ? "small" : "full"));
    results.save(out.resolve("results.json"));
    return results;
  }

  /** The most telling first: a run may be stopped at any time. */
  private void computeAll() {
    List<RecoverySetting> main = settings().stream().filter(RecoverySetting::isMain).toList();
    List<RecoverySetting> others = settings().stream().filter(s -> !s.isMain()).toList();
    computeRounds(main, 0, 2, true);
    computeRounds(main, 0, 2, false);
    if (!small) {
      computeRounds(main, 2, Integer.MAX_VALUE, true);
      computeRounds(others, 0, 2, true);
    }
  }

  private void computeRounds(List<RecoverySetting> settings, int from, int to, boolean quick) {
    for (int round = from; round < Math.min(small ? 1 : to, ROUNDS); round++) {
      for (RecoverySetting setting : settings) {
        compute(setting, setting.noises().get(round), quick);
      }
    }
  }

  private List<RecoverySetting> settings() {
    return small
        ? List.of(RecoverySetting.PHYSIOLOGICAL, RecoverySetting.AS_PUBLISHED)
        : List.of(RecoverySetting.values());
  }

  /** Computes the cells at one noise that are not there yet. */
  private void compute(RecoverySetting setting, double noise, boolean quick) {
    List<RecoveryCell.Key> missing = new ArrayList<>();
    for (RecoveryMethod method : RecoveryMethod.values()) {
      for (int size : sizes) {
        var key = new RecoveryCell.Key(setting, noise, size, method);
        if (method.isQuick() == quick
            && method.runs(setting, noise, size == sizes[1])
            && !Files.exists(key.file(cells))) {
          missing.add(key);
        }
      }
    }
    if (!missing.isEmpty()) {
      compute(setting, noise, missing);
    }
  }

  /** Returns all cells that are there. */
  private List<RecoveryCell> done() {
    List<RecoveryCell> done = new ArrayList<>();
    for (RecoverySetting setting : settings()) {
      for (double noise : setting.noises()) {
        for (int size : sizes) {
          for (RecoveryMethod method : RecoveryMethod.values()) {
            var key = new RecoveryCell.Key(setting, noise, size, method);
            if (Files.exists(key.file(cells))) {
              done.add(RecoveryCell.load(key, cells));
            }
          }
        }
      }
    }
    return done;
  }

  private void compute(RecoverySetting setting, double noise, List<RecoveryCell.Key> keys) {
    Stopwatch watch = new Stopwatch();
    boolean everything =
        keys.stream().anyMatch(key -> key.size() == sizes[1] && key.method().readsChannels());
    int full = everything ? sizes[1] : sizes[1] / 10 + sizes[0];
    RecoverySamples samples =
        RecoverySamples.of(setting.experiment().noiseFactor(noise), sizes[1], full, seed);
    watch.lap(
        "simulated "
            + setting.title()
            + " at noise "
            + noise
            + "; "
            + samples.leftOut()
            + " left out");
    for (RecoveryCell.Key key : keys) {
      RecoveryCell cell = compute(key, samples);
      cell.save(cells);
      watch.lap(
          String.format(
              Locale.ROOT,
              "%s of %d: mean r %.3f, %.1f CPU s",
              key.method().title(),
              key.size(),
              cell.meanCorrelation(),
              cell.seconds()));
    }
  }

  private RecoveryCell compute(RecoveryCell.Key key, RecoverySamples samples) {
    return switch (key.method().grid()) {
      case FEW_RECORDINGS -> search(key, samples);
      case ONE_EPOCH ->
          learn(
              key,
              first(samples.training(key.size(), true), TIMED),
              first(samples.validation(key.size(), true), 1),
              first(samples.test(true), TIMED),
              samples);
      default -> {
        boolean channels = key.method().readsChannels();
        yield learn(
            key,
            samples.training(key.size(), channels),
            samples.validation(key.size(), channels),
            samples.test(channels),
            samples);
      }
    };
  }

  private RecoveryCell learn(
      RecoveryCell.Key key,
      Dataset<TimeSeries> train,
      Dataset<TimeSeries> validation,
      Dataset<TimeSeries> test,
      RecoverySamples samples) {
    Estimator<? super TimeSeries> recipe =
        key.method()
            .recipe(
                key.setting().experiment().prior(),
                key.size() == sizes[1],
                small ? 0.1 : 1,
                small ? SMALL_DIRECTIONS : Integer.MAX_VALUE);
    double start = CpuTime.ofProcess();
    try (var fitted = recipe.fit(train, validation)) {
      double seconds = CpuTime.ofProcess() - start;
      ParameterTable estimates = fitted.predict(test.x());
      List<TrainingHistory.Epoch> epochs =
          fitted.history().map(TrainingHistory::epochs).orElse(List.of());
      return new RecoveryCell(
          key,
          test.theta(),
          estimates,
          ranges(samples, test.theta()),
          seconds,
          train.size(),
          epochs.stream().map(TrainingHistory.Epoch::trainLoss).toList(),
          epochs.stream().map(TrainingHistory.Epoch::validationLoss).toList());
    }
  }

  /** Fits the first recordings one by one, as without learning. */
  /** Returns the standard deviation of sensor noise in an average at 250 Hz, in uV. */
  static double noiseOfAverage(double factor) {
    return RAW_NOISE * Math.sqrt(factor * RecoverySamples.SHARE_OF_RATE / TRIALS);
  }

  private RecoveryCell search(RecoveryCell.Key key, RecoverySamples samples) {
    Dataset<TimeSeries> test = first(samples.test(false), small ? 2 : SEARCHED);
    double sd = noiseOfAverage(key.noise());
    double start = CpuTime.ofProcess();
    ParameterTable estimates =
        Estimators.simulatorFit(samples.noiseFree(), key.setting().experiment().prior(), sd)
            .generations(small ? 1 : GENERATIONS)
            .predict(test.x());
    return new RecoveryCell(
        key,
        test.theta(),
        estimates,
        ranges(samples, test.theta()),
        CpuTime.ofProcess() - start,
        0,
        List.of(),
        List.of());
  }

  private static Dataset<TimeSeries> first(Dataset<TimeSeries> data, int n) {
    return data.select(IntStream.range(0, Math.min(n, data.size())).toArray());
  }

  private static ParameterTable ranges(RecoverySamples samples, ParameterTable theta) {
    double[][] ranges = samples.ranges();
    return ParameterTable.of(
        theta.parameters(),
        new double[][] {
          Arrays.stream(ranges).mapToDouble(r -> r[0]).toArray(),
          Arrays.stream(ranges).mapToDouble(r -> r[1]).toArray()
        });
  }
}
