package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.report.Results;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Sbc;
import org.jansenrit.sbi.diagnostics.SbcReport;

/**
 * Which parameters of the Jansen-Rit column can be known from one evoked potential, and how surely?
 *
 * <p>Simulates a training set, learns a posterior, infers the parameters of a recording, checks the
 * calibration, prints a table and writes a page. Without arguments the recording is simulated from
 * parameters that training never saw; {@code --recording=FILE --marker=NAME --channel=NAME} takes a
 * real one. Others: {@code --out=DIR}, {@code --seed=N}, {@code --simulations=N}, {@code --small}.
 */
public final class Quickstart {
  private static final List<String> KNOWN =
      List.of("recording", "marker", "channel", "out", "seed", "simulations", "small");

  private static final int SIMULATIONS = 60_000;
  private static final int SMALL = 1_000;
  private static final int FRESH = 1_000;
  private static final int DRAWS = 999;
  private static final int PREDICTED = 400;
  private static final int COMPONENTS = 40;

  /** A tenth is held back, and what is left must vary in more directions than components. */
  private static final int FEWEST = 100;

  private Quickstart() {}

  /**
   * Runs the quickstart; exits with status 2 and one line if an argument is wrong.
   *
   * @param args {@code --recording=FILE --marker=NAME --channel=NAME}, {@code --out=DIR} (default
   *     {@code quickstart}), {@code --seed=N}, {@code --simulations=N} and {@code --small}
   */
  public static void main(String[] args) {
    LogFormat.oneLine();
    try {
      run(args);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("quickstart: " + e.getMessage());
      System.exit(2);
    }
  }

  /** Runs the quickstart and returns what it found. */
  static QuickstartResult run(String... args) throws IOException {
    Arguments arguments = Arguments.parse(args, KNOWN);
    long seed = arguments.number("seed", 2026, Long.MIN_VALUE, Long.MAX_VALUE);
    boolean small = arguments.has("small");
    int n = arguments.count("simulations", small ? SMALL : SIMULATIONS, FEWEST);
    EvokedExperiment experiment = experiment(arguments, seed);
    Path out = folder(arguments.get("out").orElse("quickstart"));
    QuickstartResult result = infer(experiment, n, small ? FRESH / 5 : FRESH, seed);
    System.out.println(result.table());
    System.out.println(result.verdict());
    QuickstartPage.of(result).save(out.resolve("quickstart.html"));
    results(result, small ? "small" : "full").save(out.resolve("results.json"));
    System.out.println("page: " + out.resolve("quickstart.html").toAbsolutePath().normalize());
    return result;
  }

  private static Path folder(String name) throws IOException {
    try {
      return Files.createDirectories(Path.of(name));
    } catch (IOException e) {
      throw new IOException("--out=" + name + " is no folder and cannot be made one", e);
    }
  }

  private static EvokedExperiment experiment(Arguments arguments, long seed) throws IOException {
    if (arguments.get("recording").isEmpty()) {
      for (String name : List.of("marker", "channel")) {
        arguments.get(name).ifPresent(value -> refuse(name, value));
      }
      return EvokedExperiment.simulated(seed + 1_000);
    }
    String marker = arguments.get("marker").orElseThrow(() -> missing("marker"));
    String channel = arguments.get("channel").orElseThrow(() -> missing("channel"));
    return EvokedExperiment.recorded(
        Path.of(arguments.get("recording").orElseThrow()), marker, channel);
  }

  private static void refuse(String name, String value) {
    throw new IllegalArgumentException(
        "--" + name + "=" + value + " is of a recording, but there is no --recording=FILE");
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "--recording needs --" + name + " too: which events to average, and at which electrode");
  }

  private static QuickstartResult infer(EvokedExperiment experiment, int n, int fresh, long seed) {
    Stopwatch watch = new Stopwatch();
    System.out.println(
        "Simulates, learns a posterior, infers and checks: about a minute, most of it in the first"
            + " two steps.");
    Dataset<TimeSeries> train = experiment.simulator().sample(experiment.prior(), n, seed);
    Dataset<TimeSeries> test = experiment.simulator().sample(experiment.prior(), fresh, seed + 100);
    watch.lap(String.format(Locale.ROOT, "simulated %d + %d experiments", n, fresh));
    Training training =
        Training.standard()
            .epochs(50)
            .batchSize(400)
            .learningRate(4e-3)
            .weightDecay(0.01)
            .patience(15)
            .seed(seed);
    try (AmortizedPosterior<TimeSeries> amortized =
        Snpe.of(experiment.prior())
            .density(new MixtureDensity(8, 128, 3))
            .training(training)
            .after(Transform.principalComponents(COMPONENTS))
            .fit(train)) {
      watch.lap("trained " + amortized);
      Posterior posterior = amortized.given(experiment.recording());
      SbcReport calibration = Sbc.run(amortized, test, DRAWS, seed + 200);
      watch.lap("checked the calibration on " + fresh + " fresh simulations");
      ParameterTable draws = posterior.sample(PREDICTED, seed + 300);
      TimeSeries predicted = experiment.simulator().simulate(draws, Streams.of(seed + 400));
      watch.lap("simulated " + PREDICTED + " posterior draws");
      return new QuickstartResult(
          experiment, train, posterior, draws, predicted, calibration, watch.seconds());
    }
  }

  private static Results results(QuickstartResult result, String size) {
    Results results =
        Results.of("Quickstart", size).figure("wall time", result.seconds(), "s", 120, "<=");
    return result.addTo(results);
  }
}
