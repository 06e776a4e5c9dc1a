package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.report.Results;

/**
 * The figures of {@link SbiBenchmark}: medians over what has been run so far.
 *
 * @param log what has been run
 */
record SbiFindings(RunLog log) {
  private static final int MOST_SEEDS = 100;

  /** Asked of each task: C2ST in one round and in two, CPU seconds of one round and of two. */
  private static final Map<String, double[]> ASKED =
      Map.of(
          "gaussian_linear", new double[] {0.535, 0.54, 10, Double.NaN},
          "gaussian_linear_uniform", new double[] {0.58, 0.58, 12, Double.NaN},
          "two_moons", new double[] {0.53, 0.52, 12, Double.NaN},
          "slcp", new double[] {0.81, 0.75, 20, 50});

  /** Calibration is asked where the posterior can be right with so few simulations. */
  static final List<String> CALIBRATED = List.of("gaussian_linear", "two_moons");

  /** What limits figures that were missed in the last full run. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "two_moons/largest coverage error",
          "Learnt from 10,000 simulations, posteriors within 0.1 of the sides of the box, a fifth of"
              + " the tests, are wrong where they are densest. See two_moons/more for 50,000.");

  private static final int ALL_RUNS = 9;
  private static final String MOONS = "two_moons";
  private static final int HIGH = 10;

  static String key(SbiTask task, String rounds, int seed) {
    return task.name() + "/" + rounds + "/seed " + seed;
  }

  Results results(List<SbiTask> tasks, String size) {
    Results results = Results.of("SbiBenchmark", size);
    for (SbiTask task : tasks) {
      double[] asked = ASKED.get(task.name());
      results = rounds(results, task, "one", "one round", asked[0], asked[2]);
      results = rounds(results, task, "two", "two rounds", asked[1], asked[3]);
      results = compared(results, task);
      results = chosen(results, task);
      results = calibration(results, task, task.name());
      results = calibration(results, task, task.name() + "/more");
      results = speeds(results, task);
    }
    if (log.has(SbiStress.FAILURES)) {
      results =
          results
              .figure("stress/inferences of five rounds", log.get(SbiStress.RUNS), "1")
              .figure("stress/crashes and NaN", log.get(SbiStress.FAILURES), "1", 0, "<=");
    }
    for (String missed : results.missed()) {
      results = LIMITS.containsKey(missed) ? results.note(missed, LIMITS.get(missed)) : results;
    }
    return results;
  }

  private Results rounds(
      Results before, SbiTask task, String rounds, String words, double c2st, double cpu) {
    List<Double> scores = each(task, rounds, "/c2st");
    List<Double> times = rounds.equals("one") ? perSeed(task) : each(task, rounds, "/cpu");
    if (scores.isEmpty() || times.isEmpty()) {
      return before;
    }
    String name = task.name() + "/";
    String best = name + "best classifier/" + words;
    double median = median(each(task, rounds, "/best"));
    boolean bounded = task.name().equals(MOONS) && rounds.equals("one");
    Results results = before.figure(name + "c2st/" + words, median(scores), "1", c2st, "<=");
    results =
        bounded ? results.figure(best, median, "1", 0.61, "<=") : results.figure(best, median, "1");
    double training = median(times);
    String spent = name + "training/" + words;
    results =
        cpu > 0
            ? results.figure(spent, training, "CPU s", cpu, "<=")
            : results.figure(spent, training, "CPU s");
    return scores.size() == ALL_RUNS
        ? results
        : results.note(
            name + "c2st/" + words,
            scores.size() + " of " + ALL_RUNS + " runs (observations x seeds).");
  }

  /** More rounds must not do harm, observation by observation. */
  private Results compared(Results results, SbiTask task) {
    List<Double> differences = new ArrayList<>();
    for (int seed = 1; seed <= MOST_SEEDS; seed++) {
      for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
        String one = key(task, "one", seed) + "/" + n + "/c2st";
        String two = key(task, "two", seed) + "/" + n + "/c2st";
        if (log.has(one) && log.has(two)) {
          differences.add(log.get(two) - log.get(one));
        }
      }
    }
    return differences.isEmpty()
        ? results
        : results.figure(
            task.name() + "/c2st/two rounds less one", median(differences), "1", 0.01, "<=");
  }

  private Results chosen(Results before, SbiTask task) {
    String key = task.name() + "/chosen/";
    if (!log.has(key + "search cpu")) {
      return before;
    }
    return before
        .figure(task.name() + "/search", log.get(key + "search cpu"), "CPU s")
        .figure(task.name() + "/components", log.get(key + "components"), "1")
        .figure(task.name() + "/weight decay", log.get(key + "weight decay"), "1");
  }

  private Results calibration(Results before, SbiTask task, String name) {
    if (!log.has(name + "/TARP area")) {
      return before;
    }
    var checks =
        new CalibrationChecks(
            log.get(name + "/SBC p"),
            log.get(name + "/coverage error"),
            log.get(name + "/TARP area"));
    return CALIBRATED.contains(task.name())
        ? checks.asked(before, name + "/")
        : checks.shown(before, name + "/");
  }

  private Results speeds(Results before, SbiTask task) {
    String name = task.name() + "/";
    if (!log.has(name + "draws at many")) {
      return before;
    }
    double atOne = task.prior().parameters().size() < HIGH ? 5 : 1;
    return before
        .figure(
            name + "draws at one observation",
            log.get(name + "draws at one") / 1e6,
            "million per CPU s",
            atOne,
            ">=")
        .figure(
            name + "draws at 1000 observations",
            log.get(name + "draws at many") / 1e6,
            "million per CPU s",
            1,
            ">=")
        .figure(
            name + "all checks of calibration",
            log.get(name + "calibration cpu"),
            "CPU s",
            3,
            "<=");
  }

  private List<Double> each(SbiTask task, String rounds, String what) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= MOST_SEEDS; seed++) {
      for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
        String key = key(task, rounds, seed) + "/" + n + what;
        if (log.has(key)) {
          values.add(log.get(key));
        }
      }
    }
    return values;
  }

  private List<Double> perSeed(SbiTask task) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= MOST_SEEDS; seed++) {
      String key = key(task, "one", seed) + "/cpu";
      if (log.has(key)) {
        values.add(log.get(key));
      }
    }
    return values;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
  }
}
