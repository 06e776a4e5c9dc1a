package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.MixturePosterior;
import org.jansenrit.sbi.Rounds;
import org.jansenrit.sbi.SequentialInference;
import org.jansenrit.sbi.Snpe;

/**
 * How near do posteriors come to the right ones on the public benchmark, and at what cost?
 *
 * <p>Four tasks, three observations each, in one round of 10,000 simulations and in two of 5,000.
 * What a recipe leaves open is chosen once per task, by validation on the 10,000 simulations of the
 * first seed; observations play no part in it.
 *
 * <p>Arguments: {@code --out=DIR}, {@code --seeds=N} (3), {@code --folds=N} of the five of the
 * published classifier (1), {@code --task=NAME}, {@code --stress} for 20 inferences of five rounds
 * instead, {@code --calibration} for calibration with five times the simulations instead, {@code
 * --report} for what is known so far, {@code --small}. What is found is kept in {@code
 * DIR/runs.tsv}: a run that was stopped goes on where it was. Reference posteriors are read from
 * the folder that the system property {@code jr.data} names.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
public final class SbiBenchmark {
  private static final List<String> KNOWN =
      List.of("out", "seeds", "folds", "task", "stress", "calibration", "report", "small");

  private final RunLog log;
  private final SbiSize size;
  private final int folds;

  private SbiBenchmark(RunLog log, SbiSize size, int folds) {
    this.log = log;
    this.size = size;
    this.folds = folds;
  }

  /**
   * Runs the benchmark, prints its table and writes {@code results.json} and a page.
   *
   * @param args {@code --out=DIR} (default {@code sbi-benchmark}), {@code --seeds=N}, {@code
   *     --folds=N}, {@code --task=NAME}, {@code --stress}, {@code --calibration}, {@code --report}
   *     and {@code --small}
   * @throws IOException if {@code DIR} cannot be made, or {@code runs.tsv} there be read or written
   */
  public static void main(String[] args) throws IOException {
    run(Arguments.parse(args, KNOWN));
  }

  static Results run(Arguments arguments) throws IOException {
    boolean small = arguments.has("small");
    Path out = Files.createDirectories(Path.of(arguments.get("out").orElse("sbi-benchmark")));
    int seeds = arguments.count("seeds", small ? 1 : 3, 1);
    List<SbiTask> tasks =
        SbiTask.all().stream()
            .filter(t -> arguments.get("task").map(t.name()::equals).orElse(true))
            .toList();
    RunLog log = RunLog.open(out.resolve("runs.tsv"));
    SbiSize size = small ? SbiSize.SMALL : SbiSize.FULL;
    if (arguments.has("stress")) {
      SbiStress.run(log, size);
    } else if (!arguments.has("report")) {
      int folds = (int) arguments.number("folds", 1, 1, 5);
      SbiBenchmark benchmark = new SbiBenchmark(log, size, folds);
      if (arguments.has("calibration")) {
        benchmark.calibrate(tasks);
      } else {
        benchmark.run(tasks, seeds);
      }
    }
    Results results = new SbiFindings(log).results(tasks, small ? "small" : "full");
    results.save(out.resolve("results.json"));
    page(results).save(out.resolve("sbi-benchmark.html"));
    System.out.println(results.table());
    return results;
  }

  private void calibrate(List<SbiTask> tasks) throws IOException {
    for (SbiTask task : tasks) {
      if (SbiFindings.CALIBRATED.contains(task.name())) {
        Snpe<? super Observations> recipe = recipe(task, Snpe.standardTraining());
        new SbiChecks(log, size).runWithMore(task, recipe.density(MixtureDensity.standard()));
      }
    }
  }

  private void run(List<SbiTask> tasks, int seeds) throws IOException {
    for (int seed = 1; seed <= seeds; seed++) {
      for (SbiTask task : tasks) {
        oneRound(task, seed);
        twoRounds(task, seed);
      }
    }
  }

  /** Returns the recipe of a task, with what it leaves open as validation chose it. */
  private Snpe<? super Observations> recipe(SbiTask task) throws IOException {
    return recipe(task, task.training());
  }

  private Snpe<? super Observations> recipe(SbiTask task, Training training) throws IOException {
    String key = task.name() + "/chosen";
    if (!log.has(key + "/search cpu")) {
      double start = CpuTime.ofProcess();
      try (var found =
          task.recipe().fit(task.simulator().sample(task.prior(), size.simulations(), 1))) {
        System.out.println(found);
        found.candidates().forEach(System.out::println);
        log.put(key + "/components", found.density().candidates().get(0));
        log.put(key + "/width", found.density().width());
        log.put(key + "/layers", found.density().layers());
        log.put(key + "/weight decay", found.training().weightDecay());
      }
      log.put(key + "/search cpu", CpuTime.ofProcess() - start);
    }
    return task.recipe()
        .density(
            new MixtureDensity(
                (int) log.get(key + "/components"),
                (int) log.get(key + "/width"),
                (int) log.get(key + "/layers")))
        .training(training.weightDecay(log.get(key + "/weight decay")));
  }

  private void oneRound(SbiTask task, int seed) throws IOException {
    String key = SbiFindings.key(task, "one", seed);
    if (log.has(key + "/cpu")) {
      return;
    }
    Snpe<? super Observations> recipe = recipe(task).seed(seed);
    Dataset<Observations> data = task.simulator().sample(task.prior(), size.simulations(), seed);
    double start = CpuTime.ofProcess();
    try (var amortized = recipe.fit(data)) {
      double cpu = CpuTime.ofProcess() - start;
      System.out.println(amortized);
      if (seed == 1) {
        new SbiChecks(log, size).run(task, amortized);
      }
      for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
        SbiReference reference = SbiReference.read(task, n).first(size.draws());
        score(amortized.given(reference.observation()), reference, key + "/" + n);
      }
      log.put(key + "/cpu", cpu);
    }
  }

  private void twoRounds(SbiTask task, int seed) throws IOException {
    for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
      String key = SbiFindings.key(task, "two", seed) + "/" + n;
      if (!log.has(key + "/cpu")) {
        int each = size.simulations() / 2;
        Snpe<? super Observations> recipe = recipe(task).seed(seed);
        SbiReference reference = SbiReference.read(task, n).first(size.draws());
        Rounds rounds = Rounds.of(2, each).seed(seed).method(task.method());
        double start = CpuTime.ofProcess();
        SequentialInference<?> found =
            recipe.infer(task.simulator(), reference.observation(), rounds);
        double cpu = CpuTime.ofProcess() - start;
        System.out.println(found);
        score(found.posterior(), reference, key);
        log.put(key + "/cpu", cpu);
      }
    }
  }

  private void score(MixturePosterior posterior, SbiReference reference, String key)
      throws IOException {
    log.put(key + "/best", SbiScores.best(posterior, reference));
    var draws = posterior.sample(size.draws(), 7);
    log.put(key + "/c2st", SbiScores.c2st(draws, reference, folds, 1));
  }

  private static Report page(Results results) {
    return Report.titled("Posteriors on the public benchmark")
        .paragraph(
            "Medians over three observations and the seeds. C2ST is the published classifier: 0.5"
                + " if it cannot tell posterior draws from reference draws. Best classifier is the"
                + " exact bound 1/2 + TV/2: no classifier can be right more often.")
        .table(results.table());
  }
}
