package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.DensityCandidate;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.MixturePosterior;
import org.jansenrit.sbi.NeuralPosterior;
import org.jansenrit.sbi.PairPlot;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Calibration;
import org.jansenrit.sbi.diagnostics.CalibrationReport;
import org.jansenrit.sbi.diagnostics.Misspecification;
import org.jansenrit.sbi.diagnostics.PosteriorPredictive;
import org.jansenrit.sbi.diagnostics.SbcReport;

/**
 * What do evoked potentials and resting spectra tell of a Jansen-Rit column, and are the posteriors
 * that say so right?
 *
 * <p>Two settings: the evoked potential of the recovery study with its nine parameters, and resting
 * spectra with the published four. For each a posterior is learnt and calibrated on 1000 fresh
 * simulations. Arguments: {@code --out=DIR}, {@code --simulations=N}, {@code --setting=erp|rest},
 * {@code --seed=N}, {@code --small}. What is found is kept in {@code DIR/runs.tsv}: a run that was
 * stopped goes on with the next setting.
 */
public final class JansenRitPosteriorStudy {
  static final List<String> KNOWN = List.of("out", "simulations", "setting", "seed", "small");
  private static final int NOISES = 30_000;

  /** Simulations on which the number of normals and the weight decay are chosen. */
  private static final int SEARCHED = 20_000;

  private static final int FEW_EPOCHS = 15;
  private static final List<Double> DECAYS = List.of(0.01, 0.1);

  /** The figure that is kept last of a setting. */
  private static final String DONE = CalibrationChecks.ERROR;

  private static final int TESTS = 1_000;
  private static final int DRAWS = 999;

  /** Added to the seed of the simulations that calibration is checked on. */
  private static final int TEST = 100;

  private final boolean small;
  private final OptionalInt simulations;
  private final int tests;
  private final long seed;
  private final Path out;
  private final RunLog log;

  private JansenRitPosteriorStudy(Arguments arguments) throws IOException {
    this.small = arguments.has("small");
    this.simulations =
        small || arguments.has("simulations")
            ? OptionalInt.of(arguments.count("simulations", 1_000, 500))
            : OptionalInt.empty();
    this.tests = small ? 100 : TESTS;
    this.seed = arguments.number("seed", 2026, 0, Integer.MAX_VALUE);
    this.out = Files.createDirectories(Path.of(arguments.get("out").orElse("posterior-study")));
    this.log = RunLog.open(out.resolve("runs.tsv"));
  }

  /**
   * Runs the study, prints its tables and writes a page and {@code results.json}.
   *
   * @param args {@code --out=DIR} (default {@code posterior-study}), {@code --simulations=N},
   *     {@code --setting=NAME}, {@code --seed=N} and {@code --small}
   * @throws IOException if {@code DIR} cannot be made, or {@code runs.tsv} there be read or written
   */
  public static void main(String[] args) throws IOException {
    run(Arguments.parse(args, KNOWN));
  }

  static Results run(Arguments arguments) throws IOException {
    JansenRitPosteriorStudy study = new JansenRitPosteriorStudy(arguments);
    String only = arguments.get("setting").orElse("");
    if (!only.equals("erp") && !study.log.has("rest/" + DONE)) {
      study.add(PosteriorSetting.restingSpectrum());
    }
    if (!only.equals("rest") && !study.log.has("erp/" + DONE)) {
      int few = study.simulations.orElse(Integer.MAX_VALUE);
      study.add(
          PosteriorSetting.evokedPotential(
              Math.min(4000, few), Math.min(NOISES, few), study.seed + 7));
    }
    Results results = new PosteriorFindings(study.log).results(study.small ? "small" : "full");
    results.save(study.out.resolve("results.json"));
    return results;
  }

  private void add(PosteriorSetting setting) throws IOException {
    Dataset<Features> train =
        setting.clean().sample(setting.prior(), simulations.orElse(setting.simulations()), seed);
    Dataset<Features> test = setting.simulator().sample(setting.prior(), tests, seed + TEST);
    try (NeuralPosterior<Features> amortized = learn(setting, train)) {
      System.out.println(amortized);
      CalibrationReport calibration = Calibration.run(amortized, test, DRAWS, seed + 2);
      double[] r2 = determination(amortized, test.finite());
      page(setting, amortized, calibration, r2, train, test.finite())
          .save(out.resolve("posterior-study-" + setting.name() + ".html"));
      record(setting, calibration, r2);
    }
  }

  /** One network learns from all simulations what validation chose on some of them. */
  private NeuralPosterior<Features> learn(PosteriorSetting setting, Dataset<Features> train)
      throws IOException {
    Training training =
        Snpe.standardTraining()
            .epochs(small ? FEW_EPOCHS : setting.epochs())
            .learningRate(setting.learningRate())
            .seed(seed);
    Snpe<Observations> recipe = Snpe.of(setting.prior());
    if (small) {
      return setting.learn(
          recipe.density(new MixtureDensity(2, 32)).training(training), train, seed);
    }
    String key = setting.name() + "/chosen/";
    if (!log.has(key + "weight decay")) {
      DensityCandidate best = search(setting, recipe, training, train);
      log.put(key + "components", best.density().candidates().get(0));
      log.put(key + "weight decay", best.weightDecay() * lessDecay(train.size()));
    }
    double start = CpuTime.ofProcess();
    Snpe<Observations> chosen =
        recipe
            .density(setting.family().components((int) log.get(key + "components")))
            .training(training.weightDecay(log.get(key + "weight decay")));
    NeuralPosterior<Features> learnt = setting.learn(chosen, train, seed);
    log.put(setting.name() + "/training", CpuTime.ofProcess() - start);
    return learnt;
  }

  /**
   * More steps pull harder, and more simulations need it less: Loshchilov &amp; Hutter (2019), on
   * normalised weight decay, arXiv 1711.05101.
   */
  private static double lessDecay(int simulations) {
    return Math.sqrt((double) Math.min(SEARCHED, simulations) / simulations);
  }

  private DensityCandidate search(
      PosteriorSetting setting,
      Snpe<Observations> recipe,
      Training training,
      Dataset<Features> train) {
    int[] some = IntStream.range(0, Math.min(SEARCHED, train.size())).toArray();
    List<DensityCandidate> tried = new ArrayList<>();
    for (double decay : DECAYS) {
      Snpe<Observations> one =
          recipe.density(setting.family()).training(training.weightDecay(decay));
      try (var found = setting.learn(one, train.select(some), seed)) {
        tried.addAll(found.candidates());
      }
    }
    tried.forEach(System.out::println);
    return tried.stream()
        .min(Comparator.comparingDouble(DensityCandidate::validationLoss))
        .orElseThrow();
  }

  /** Returns the share of the variance of each parameter that the posterior mean tells. */
  private double[] determination(NeuralPosterior<Features> amortized, Dataset<Features> test) {
    List<Parameter> parameters = test.theta().parameters();
    List<MixturePosterior> posteriors = amortized.givenEach(test.x());
    double[][] means = new double[test.size()][];
    for (int i = 0; i < means.length; i++) {
      ParameterTable draws = posteriors.get(i).sample(DRAWS, seed + 3 + i);
      means[i] =
          parameters.stream()
              .mapToDouble(p -> Arrays.stream(draws.column(p)).average().orElseThrow())
              .toArray();
    }
    double[] r2 = new double[parameters.size()];
    Arrays.setAll(r2, j -> determination(test.theta().column(parameters.get(j)), means, j));
    return r2;
  }

  private static double determination(double[] truth, double[][] means, int j) {
    double centre = Arrays.stream(truth).average().orElseThrow();
    double errors = 0;
    double total = 0;
    for (int i = 0; i < truth.length; i++) {
      errors += Math.pow(means[i][j] - truth[i], 2);
      total += Math.pow(truth[i] - centre, 2);
    }
    return 1 - errors / total;
  }

  private void record(PosteriorSetting setting, CalibrationReport calibration, double[] r2)
      throws IOException {
    List<SbcReport.Row> rows = calibration.sbc().rows();
    String name = setting.name() + "/";
    for (int j = 0; j < r2.length; j++) {
      String symbol = name + rows.get(j).parameter().symbol();
      log.put(symbol + PosteriorFindings.SHRINKAGE, rows.get(j).shrinkage());
      log.put(symbol + PosteriorFindings.DETERMINATION, r2[j]);
    }
    CalibrationChecks checks = CalibrationChecks.of(calibration);
    log.put(name + CalibrationChecks.P, checks.p());
    log.put(name + CalibrationChecks.AREA, checks.area());
    log.put(name + DONE, checks.error());
  }

  private Report page(
      PosteriorSetting setting,
      NeuralPosterior<Features> amortized,
      CalibrationReport calibration,
      double[] r2,
      Dataset<Features> train,
      Dataset<Features> test) {
    Features observed = test.x().select(0);
    ParameterSet truth = test.theta().set(0);
    MixturePosterior posterior = amortized.given(observed);
    Dataset<Features> seen = Dataset.of(train.theta(), setting.observed(train.x(), seed));
    Table table = table(calibration, r2);
    System.out.println(setting.title() + "\n" + calibration.verdict() + "\n" + table);
    return Report.titled("Posteriors of the Jansen-Rit column: " + setting.title())
        .paragraph(amortized.toString())
        .paragraph(calibration.verdict())
        .table(table)
        .figure(calibration.figure(), "On " + test.size() + " fresh simulations.")
        .figure(
            PairPlot.of(posterior, truth), "The posterior of one of them, and its true parameters.")
        .paragraph(Misspecification.run(seen, observed).verdict())
        .paragraph(
            PosteriorPredictive.run(posterior, setting.simulator(), observed, 200, seed + 4)
                .verdict());
  }

  private static Table table(CalibrationReport calibration, double[] r2) {
    Table table =
        Table.of(
            "parameter", "SBC p (Holm)", "shrinkage", "z-score", "R2 of the mean", "90 % holds");
    List<SbcReport.Row> rows = new ArrayList<>(calibration.sbc().rows());
    for (int j = 0; j < rows.size(); j++) {
      SbcReport.Row row = rows.get(j);
      double held = calibration.coverage().share(row.parameter(), 0.9);
      table =
          table.row(
              row.parameter().toString(),
              number(row.p()),
              number(row.shrinkage()),
              number(row.scoreMean()) + " ± " + number(row.scoreSd()),
              number(r2[j]),
              number(held));
    }
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
