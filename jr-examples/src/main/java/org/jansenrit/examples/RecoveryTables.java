package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes the tables of {@code docs/which-estimator.md} and {@code docs/how-many-simulations.md}
 * from {@code docs/results}, so that no figure is typed.
 *
 * <p>Arguments: {@code --docs=DIR}, {@code docs} unless given.
 */
public final class RecoveryTables {
  static final List<String> PAGES = List.of("which-estimator.md", "how-many-simulations.md");

  private static final String SETTING = "consistent units, physiological ranges/noise 1.0/";
  private static final String FEW = SETTING + "1000 simulations/";
  private static final String MANY = SETTING + "10000 simulations/";
  private static final String COVERAGE = "coverage of 90 % intervals/";

  private final String json;
  private final ResultsFile recovery;
  private final ResultsFile quickstart;

  private RecoveryTables(Path docs) throws IOException {
    Path results = docs.resolve("results");
    this.json = Files.readString(results.resolve("ErpRecoveryStudy.json"));
    this.recovery = ResultsFile.of(json);
    this.quickstart = ResultsFile.read(results.resolve("Quickstart.json"));
  }

  /**
   * Writes the tables into the pages.
   *
   * @param args {@code --docs=DIR} (default {@code docs})
   * @throws IOException if the results cannot be read, or a page be read or written
   */
  public static void main(String[] args) throws IOException {
    Path docs = Path.of(Arguments.parse(args, List.of("docs")).get("docs").orElse("docs"));
    for (String page : PAGES) {
      Files.writeString(docs.resolve(page), written(docs, page));
    }
  }

  /** Returns a page with its table as the results in {@code docs} have it. */
  static String written(Path docs, String page) throws IOException {
    RecoveryTables tables = new RecoveryTables(docs);
    String figures = page.equals(PAGES.get(0)) ? tables.estimators() : tables.rules();
    return PageFigures.into(Files.readString(docs.resolve(page)), figures);
  }

  private String estimators() {
    StringBuilder text =
        new StringBuilder(
            "| estimator | reads | r, 1000 simulations | error | r, 10,000 simulations | error"
                + " | CPU s per 1000 simulations and epoch |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n");
    Arrays.stream(RecoveryMethod.values())
        .filter(method -> isMeasured(FEW + method.title()) || isMeasured(MANY + method.title()))
        .map(this::row)
        .forEach(text::append);
    return text
        + "\n"
        + PageFigures.origin(json)
        + " ([ErpRecoveryStudy](results/ErpRecoveryStudy.json)).\n";
  }

  private boolean isMeasured(String cell) {
    return recovery.get(cell + "/scaled mean squared error").isPresent();
  }

  private String row(RecoveryMethod method) {
    String estimator = method.title();
    String time = estimator + "/CPU time per 1000 simulations and epoch";
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            estimator,
            method.readsChannels() ? "64 channels" : "first component",
            r(FEW + estimator),
            cell("%.4f", recovery.get(FEW + estimator + "/scaled mean squared error")),
            r(MANY + estimator),
            cell("%.4f", recovery.get(MANY + estimator + "/scaled mean squared error")),
            cell("%.2f", recovery.get(MANY + time).or(() -> recovery.get(FEW + time))));
  }

  /** The mean correlation over parameters, or nothing where it was not measured. */
  private String r(String cell) {
    OptionalDouble mean =
        recovery.values().entrySet().stream()
            .filter(figure -> figure.getKey().startsWith(cell + "/r "))
            .mapToDouble(Map.Entry::getValue)
            .average();
    return mean.isPresent() ? cell("%.3f", Optional.of(mean.getAsDouble())) : "";
  }

  private static String cell(String format, Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, format, v)).orElse("");
  }

  private String rules() {
    double[] coverage =
        quickstart.values().entrySet().stream()
            .filter(figure -> figure.getKey().startsWith(COVERAGE))
            .mapToDouble(Map.Entry::getValue)
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "| what | simulations | measured |\n"
            + "| --- | --- | --- |\n"
            + "| ridge regression on tens of components | 1000 | ten times as many bring the mean r"
            + " of eight parameters from %s to %s |\n"
            + "| an MLP or a transformer for eight parameters | 10,000 | mean r from %s to %s, and"
            + " from %s to %s, with ten times as many |\n"
            + "| a posterior over four parameters of a column, from one channel | 60,000 |"
            + " coverage of 90 %% intervals from %.3f to %.3f; %.0f s in all |\n",
        r(FEW + "ridge"),
        r(MANY + "ridge"),
        r(FEW + "MLP"),
        r(MANY + "MLP"),
        r(FEW + "EEGTransformer, patches"),
        r(MANY + "EEGTransformer, patches"),
        coverage[0],
        coverage[coverage.length - 1],
        quickstart.get("wall time").orElseThrow());
  }
}
