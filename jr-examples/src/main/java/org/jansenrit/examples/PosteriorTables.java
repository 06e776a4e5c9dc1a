package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of {@code docs/posteriors.md}, made from {@code docs/results}: prints them, to be
 * pasted; a test compares.
 */
final class PosteriorTables {
  static final Path RESULTS = Path.of("docs", "results");

  /**
   * C2ST of spline flows with 10,000 simulations, in one round and in ten.
   *
   * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
   */
  private static final Map<String, List<Double>> PUBLISHED =
      Map.of(
          "gaussian_linear", List.of(0.534, 0.545),
          "gaussian_linear_uniform", List.of(0.554, 0.525),
          "two_moons", List.of(0.608, 0.552),
          "slcp", List.of(0.907, 0.841));

  private static final String MISSING = "-";

  private PosteriorTables() {}

  /** Prints the tables; run from the root of the repository. */
  public static void main(String[] args) throws IOException {
    benchmark(ResultsFile.read(RESULTS.resolve("SbiBenchmark.json"))).forEach(System.out::println);
    System.out.println();
    study(ResultsFile.read(RESULTS.resolve("JansenRitPosteriorStudy.json")))
        .forEach(System.out::println);
  }

  /** Returns the lines of the table of the public benchmark. */
  static List<String> benchmark(ResultsFile results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "task",
            "C2ST, one round",
            "published",
            "best classifier",
            "CPU s",
            "C2ST, two rounds",
            "published, ten rounds",
            "best classifier",
            "CPU s"));
    lines.add(rule(9));
    SbiTask.all().stream()
        .map(SbiTask::name)
        .filter(task -> results.get(task + "/c2st/one round").isPresent())
        .forEach(task -> lines.add(benchmark(results, task)));
    return lines;
  }

  private static String benchmark(ResultsFile results, String task) {
    List<String> cells = new ArrayList<>(List.of(task));
    for (int k = 0; k < 2; k++) {
      String words = k == 0 ? "/one round" : "/two rounds";
      cells.add(number(results, task + "/c2st" + words, 3));
      cells.add(number(PUBLISHED.get(task).get(k), 3));
      cells.add(number(results, task + "/best classifier" + words, 3));
      cells.add(number(results, task + "/training" + words, 0));
    }
    return row(cells.toArray(String[]::new));
  }

  /** Returns the lines of the tables of both settings of the Jansen-Rit study. */
  static List<String> study(ResultsFile results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row("setting", "smallest SBC p (Holm)", "largest coverage error", "TARP, size of area"));
    lines.add(rule(4));
    for (String setting : List.of("rest", "erp")) {
      lines.add(
          row(
              setting,
              number(results, setting + "/SBC, smallest p (Holm)", 3),
              number(results, setting + "/largest coverage error", 3),
              number(results, setting + "/TARP, size of area", 3)));
    }
    lines.add("");
    lines.add(row("setting", "parameter", "shrinkage", "R2 of the posterior mean"));
    lines.add(rule(4));
    results.values().keySet().stream()
        .filter(name -> name.endsWith("/shrinkage"))
        .map(name -> name.split("/", -1))
        .map(
            parts ->
                row(
                    parts[0],
                    parts[1],
                    number(results, parts[0] + "/" + parts[1] + "/shrinkage", 2),
                    number(results, parts[0] + "/" + parts[1] + "/R2 of the posterior mean", 2)))
        .forEach(lines::add);
    return lines;
  }

  private static String number(ResultsFile results, String name, int digits) {
    return results.get(name).map(value -> number(value, digits)).orElse(MISSING);
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String rule(int columns) {
    return row(Stream.generate(() -> "---").limit(columns).toArray(String[]::new));
  }
}
