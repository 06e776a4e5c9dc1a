package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.sbi.MixturePosterior;
import org.jansenrit.sbi.Rounds;
import org.jansenrit.sbi.SequentialInference;
import org.jansenrit.sbi.Snpe;

/**
 * How near do posteriors come to the right ones on the public benchmark, and at what cost?
 *
 * <p>Four tasks, three observations each, in one round of 10,000 simulations and in two of 5,000.
 * Arguments: {@code --out=DIR}, {@code --seeds=N} (3), {@code --folds=N} of the five of the
 * published classifier (1), {@code --task=NAME}, {@code --small}. What is found is kept in {@code
 * DIR/runs.tsv}: a run that was stopped goes on where it was. Reference posteriors are read from
 * the folder that the system property {@code jr.data} names.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
public final class SbiBenchmark {
  private static final List<String> KNOWN = List.of("out", "seeds", "folds", "task", "small");

  /** Asked of each task: C2ST in one round and in two, CPU seconds of one round and of two. */
  private static final Map<String, double[]> ASKED =
      Map.of(
          "gaussian_linear", new double[] {0.535, 0.54, 10, 0},
          "gaussian_linear_uniform", new double[] {0.58, 0.58, 12, 0},
          "two_moons", new double[] {0.53, 0.52, 12, 0},
          "slcp", new double[] {0.81, 0.75, 20, 50});

  private final RunLog log;
  private final int simulations;
  private final int draws;
  private final int folds;

  private SbiBenchmark(RunLog log, int simulations, int draws, int folds) {
    this.log = log;
    this.simulations = simulations;
    this.draws = draws;
    this.folds = folds;
  }

  /** Runs the benchmark, prints its table and writes {@code results.json} and a page. */
  public static void main(String[] args) throws IOException {
    run(Arguments.parse(args, KNOWN));
  }

  static Results run(Arguments arguments) throws IOException {
    boolean small = arguments.has("small");
    Path out = Files.createDirectories(Path.of(arguments.get("out").orElse("sbi-benchmark")));
    int seeds = arguments.count("seeds", small ? 1 : 3, 1);
    int folds = (int) arguments.number("folds", 1, 1, 5);
    List<SbiTask> tasks =
        SbiTask.all().stream()
            .filter(t -> arguments.get("task").map(t.name()::equals).orElse(true))
            .toList();
    RunLog log = RunLog.open(out.resolve("runs.tsv"));
    SbiBenchmark benchmark =
        small
            ? new SbiBenchmark(log, 400, 500, folds)
            : new SbiBenchmark(log, 10_000, 10_000, folds);
    for (int seed = 1; seed <= seeds; seed++) {
      for (SbiTask task : tasks) {
        benchmark.oneRound(task, seed);
        benchmark.twoRounds(task, seed);
      }
    }
    Results results = benchmark.results(tasks, seeds, small ? "small" : "full");
    results.save(out.resolve("results.json"));
    page(results).save(out.resolve("sbi-benchmark.html"));
    System.out.println(results.table());
    return results;
  }

  private void oneRound(SbiTask task, long seed) throws IOException {
    if (log.has(key(task, "one", seed, "search cpu"))) {
      return;
    }
    Dataset<Observations> data = task.simulator().sample(task.prior(), simulations, seed);
    double start = CpuTime.ofProcess();
    Snpe<? super Observations> chosen;
    try (var found = task.recipe().seed(seed).fit(data)) {
      System.out.println(found);
      chosen = task.recipe().density(found.density()).training(found.training());
    }
    double search = CpuTime.ofProcess() - start;
    start = CpuTime.ofProcess();
    try (var amortized = chosen.fit(data)) {
      log.put(key(task, "one", seed, "cpu"), CpuTime.ofProcess() - start);
      for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
        SbiReference reference = SbiReference.read(task, n).first(draws);
        var posterior = amortized.given(task.observations(reference.observed()));
        score(posterior, reference, key(task, "one", seed, "" + n));
      }
    }
    log.put(key(task, "one", seed, "search cpu"), search);
  }

  private void twoRounds(SbiTask task, long seed) throws IOException {
    Snpe<? super Observations> chosen = null;
    for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
      String key = key(task, "two", seed, "" + n);
      if (log.has(key + "/c2st")) {
        continue;
      }
      SbiReference reference = SbiReference.read(task, n).first(draws);
      if (chosen == null) {
        var searched = infer(task, task.recipe().seed(seed), reference, seed);
        chosen = task.recipe().density(searched.density()).training(searched.training());
      }
      double start = CpuTime.ofProcess();
      SequentialInference<?> found = infer(task, chosen, reference, seed);
      log.put(key + "/cpu", CpuTime.ofProcess() - start);
      System.out.println(found);
      score(found.posterior(), reference, key);
    }
  }

  private SequentialInference<?> infer(
      SbiTask task, Snpe<? super Observations> recipe, SbiReference reference, long seed)
      throws IOException {
    return recipe.infer(
        task.simulator(),
        task.observations(reference.observed()),
        Rounds.of(2, simulations / 2).seed(seed));
  }

  private void score(MixturePosterior posterior, SbiReference reference, String key)
      throws IOException {
    log.put(key + "/best", SbiScores.best(posterior, reference));
    log.put(key + "/c2st", SbiScores.c2st(posterior.sample(draws, 7), reference, folds, 1));
  }

  private static String key(SbiTask task, String rounds, long seed, String what) {
    return task.name() + "/" + rounds + "/seed " + seed + "/" + what;
  }

  private Results results(List<SbiTask> tasks, int seeds, String size) {
    Results results = Results.of("SbiBenchmark", size);
    for (SbiTask task : tasks) {
      double[] asked = ASKED.get(task.name());
      results =
          results
              .figure(
                  name(task, "c2st/one round"),
                  median(task, "one", seeds, "/c2st"),
                  "1",
                  asked[0],
                  "<=")
              .figure(
                  name(task, "best classifier/one round"), median(task, "one", seeds, "/best"), "1")
              .figure(name(task, "training/one round"), cpu(task, seeds), "CPU s", asked[2], "<=")
              .figure(name(task, "search/one round"), search(task, seeds), "CPU s")
              .figure(
                  name(task, "c2st/two rounds"),
                  median(task, "two", seeds, "/c2st"),
                  "1",
                  asked[1],
                  "<=")
              .figure(
                  name(task, "best classifier/two rounds"),
                  median(task, "two", seeds, "/best"),
                  "1");
      double cpu = median(task, "two", seeds, "/cpu");
      String name = name(task, "training/two rounds");
      results =
          asked[3] > 0
              ? results.figure(name, cpu, "CPU s", asked[3], "<=")
              : results.figure(name, cpu, "CPU s");
    }
    return results;
  }

  private static String name(SbiTask task, String what) {
    return task.name() + "/" + what;
  }

  private double median(SbiTask task, String rounds, int seeds, String what) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
        values.add(log.get(key(task, rounds, seed, n + what)));
      }
    }
    return median(values);
  }

  private double cpu(SbiTask task, int seeds) {
    return overSeeds(task, seeds, "cpu");
  }

  private double search(SbiTask task, int seeds) {
    return overSeeds(task, seeds, "search cpu");
  }

  private double overSeeds(SbiTask task, int seeds, String what) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      values.add(log.get(key(task, "one", seed, what)));
    }
    return median(values);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
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
