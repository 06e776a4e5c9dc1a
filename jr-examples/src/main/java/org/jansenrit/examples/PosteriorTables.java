package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the tables of {@code docs/posteriors.md} from {@code docs/results}, so that no figure is
 * typed.
 *
 * <p>Arguments: {@code --docs=DIR}, {@code docs} unless given.
 */
public final class PosteriorTables {
  static final String PAGE = "posteriors.md";

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

  /** The largest possible correlations of the setting that is "erp" here. */
  private static final String BEST =
      RecoverySetting.STUDY_RANGES.title() + "/noise 1.0/best possible/r ";

  private static final String MISSING = "-";

  private PosteriorTables() {}

  /**
   * Writes the tables into the page.
   *
   * @param args {@code --docs=DIR} (default {@code docs})
   * @throws IOException if the results cannot be read, or the page be read or written
   */
  public static void main(String[] args) throws IOException {
    Path docs = Path.of(Arguments.parse(args, List.of("docs")).get("docs").orElse("docs"));
    Files.writeString(docs.resolve(PAGE), written(docs));
  }

  /** Returns the page with its tables as the results in {@code docs} have them. */
  static String written(Path docs) throws IOException {
    Path results = docs.resolve("results");
    return PageFigures.into(
        Files.readString(docs.resolve(PAGE)),
        text(benchmark(ResultsFile.read(results.resolve("SbiBenchmark.json")))),
        text(
            study(
                ResultsFile.read(results.resolve("JansenRitPosteriorStudy.json")),
                ResultsFile.read(results.resolve("ErpRecoveryStudy.json")))));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** Returns the lines of the table of the public benchmark. */
  private static List<String> benchmark(ResultsFile results) {
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

  /**
   * Returns the lines of the tables of both settings of the Jansen-Rit study, beside what sensor
   * noise alone leaves possible, which the recovery study computes for evoked potentials.
   */
  private static List<String> study(ResultsFile results, ResultsFile recovery) {
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
    lines.add(
        row(
            "setting",
            "parameter",
            "shrinkage",
            "R2 of the posterior mean",
            "R2 that noise allows"));
    lines.add(rule(5));
    results.values().keySet().stream()
        .filter(name -> name.endsWith("/shrinkage"))
        .map(name -> name.split("/", -1))
        .map(
            parts ->
                row(
                    parts[0],
                    parts[1],
                    number(results, parts[0] + "/" + parts[1] + "/shrinkage", 2),
                    number(results, parts[0] + "/" + parts[1] + "/R2 of the posterior mean", 2),
                    parts[0].equals("erp") ? best(recovery, parts[1]) : MISSING))
        .forEach(lines::add);
    return lines;
  }

  private static String best(ResultsFile recovery, String parameter) {
    return recovery.get(BEST + parameter).map(r -> number(r * r, 2)).orElse(MISSING);
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
