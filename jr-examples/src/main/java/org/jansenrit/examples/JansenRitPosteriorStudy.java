package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.inference.training.Training;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
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
 * {@code --seed=N}, {@code --small}.
 */
public final class JansenRitPosteriorStudy {
  static final List<String> KNOWN = List.of("out", "simulations", "setting", "seed", "small");
  private static final int SIMULATIONS = 100_000;

  /** Simulations on which the number of normals and the weight decay are chosen. */
  private static final int SEARCHED = 20_000;

  private static final int EPOCHS = 40;
  private static final MixtureDensity FAMILY =
      new MixtureDensity(List.of(4, 8, 16), 128, 3);
  private static final int TESTS = 1_000;
  private static final int DRAWS = 999;

  /** Added to the seed of the simulations that calibration is checked on. */
  private static final int TEST = 100;

  private final boolean small;
  private final int simulations;
  private final int tests;
  private final long seed;
  private final Path out;
  private Results results;
  private Report report =
      Report.titled("Posteriors of the Jansen-Rit column, and whether they are right");

  private JansenRitPosteriorStudy(Arguments arguments) throws IOException {
    this.small = arguments.has("small");
    this.simulations = arguments.count("simulations", small ? 1_000 : SIMULATIONS, 500);
    this.tests = small ? 100 : TESTS;
    this.seed = arguments.number("seed", 2026, 0, Integer.MAX_VALUE);
    this.out = Files.createDirectories(Path.of(arguments.get("out").orElse("posterior-study")));
    this.results = Results.of("JansenRitPosteriorStudy", small ? "small" : "full");
  }

  /** Runs the study, prints its tables and writes a page and {@code results.json}. */
  public static void main(String[] args) throws IOException {
    run(Arguments.parse(args, KNOWN));
  }

  static Results run(Arguments arguments) throws IOException {
    JansenRitPosteriorStudy study = new JansenRitPosteriorStudy(arguments);
    String only = arguments.get("setting").orElse("");
    if (!only.equals("erp")) {
      study.add(PosteriorSetting.restingSpectrum());
    }
    if (!only.equals("rest")) {
      study.add(
          PosteriorSetting.evokedPotential(Math.min(4000, study.simulations), study.seed + 7));
    }
    study.results.save(study.out.resolve("results.json"));
    study.report.save(study.out.resolve("posterior-study.html"));
    return study.results;
  }

  private void add(PosteriorSetting setting) {
    Dataset<Features> train = setting.simulator().sample(setting.prior(), simulations, seed);
    Dataset<Features> test = setting.simulator().sample(setting.prior(), tests, seed + TEST);
    double start = CpuTime.ofProcess();
    try (NeuralPosterior<Features> amortized = learn(setting, train)) {
      results =
          results.figure(
              setting.name() + "/training, search included", CpuTime.ofProcess() - start, "CPU s");
      System.out.println(amortized);
      CalibrationReport calibration = Calibration.run(amortized, test, DRAWS, seed + 2);
      double[] r2 = determination(amortized, test.finite());
      record(setting, calibration, r2);
      page(setting, amortized, calibration, r2, train, test.finite());
    }
  }

  /** One network learns from all simulations what validation chose on some of them. */
  private NeuralPosterior<Features> learn(PosteriorSetting setting, Dataset<Features> train) {
    Training training = Snpe.standardTraining().epochs(small ? 15 : EPOCHS).seed(seed);
    Snpe<Observations> recipe = Snpe.of(setting.prior());
    if (small) {
      return recipe.density(new MixtureDensity(2, 32)).training(training).fit(train);
    }
    Dataset<Features> some = train.select(IntStream.range(0, Math.min(SEARCHED, train.size())).toArray());
    List<DensityCandidate> tried = new ArrayList<>();
    for (double decay : List.of(0.01, 0.1)) {
      try (var found =
          recipe.density(FAMILY).training(training.weightDecay(decay)).fit(some)) {
        tried.addAll(found.candidates());
      }
    }
    tried.forEach(System.out::println);
    DensityCandidate best =
        tried.stream()
            .min(Comparator.comparingDouble(DensityCandidate::validationLoss))
            .orElseThrow();
    return recipe
        .density(best.density())
        .training(training.weightDecay(best.weightDecay()))
        .fit(train);
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

  private void record(PosteriorSetting setting, CalibrationReport calibration, double[] r2) {
    double p = calibration.sbc().rows().stream().mapToDouble(SbcReport.Row::p).min().orElseThrow();
    String name = setting.name() + "/";
    results =
        results
            .figure(name + "SBC, smallest p (Holm)", p, "1", 0.01, ">")
            .figure(
                name + "largest coverage error",
                calibration.expectedCoverage().largestError(),
                "1",
                0.052,
                "<=")
            .figure(
                name + "TARP, size of area", Math.abs(calibration.tarp().area()), "1", 0.03, "<=");
    for (int j = 0; j < r2.length; j++) {
      SbcReport.Row row = calibration.sbc().rows().get(j);
      String symbol = name + row.parameter().symbol();
      results =
          results
              .figure(symbol + "/shrinkage", row.shrinkage(), "1")
              .figure(symbol + "/R2 of the posterior mean", r2[j], "1");
    }
  }

  private void page(
      PosteriorSetting setting,
      NeuralPosterior<Features> amortized,
      CalibrationReport calibration,
      double[] r2,
      Dataset<Features> train,
      Dataset<Features> test) {
    Features observed = test.x().select(0);
    ParameterSet truth = test.theta().set(0);
    MixturePosterior posterior = amortized.given(observed);
    Table table = table(calibration, r2);
    System.out.println(setting.title() + "\n" + calibration.verdict() + "\n" + table);
    report =
        report
            .heading(setting.title())
            .paragraph(amortized.toString())
            .paragraph(calibration.verdict())
            .table(table)
            .figure(calibration.figure(), "On " + test.size() + " fresh simulations.")
            .figure(
                PairPlot.of(posterior, truth),
                "The posterior of one of them, and its true parameters.")
            .paragraph(Misspecification.run(train, observed).verdict())
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
