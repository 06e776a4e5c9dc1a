package org.jansenrit.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the tables of {@code docs/speed.md} from {@code docs/results}, so that no figure is typed.
 *
 * <p>Arguments: {@code --docs=DIR}, {@code docs} unless given.
 */
public final class SpeedPage {
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\{\"name\": \"([^\"]*)\", \"value\": ([^,}]*), \"unit\": \"([^\"]*)\""
              + "(?:, \"asked\": ([^,}]*), \"comparison\": \"([^\"]*)\")?"
              + "(?:, \"note\": \"([^\"]*)\")?\\}");

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("eulerByKernels", "Jansen-Rit, Euler-Maruyama"),
          Map.entry("eulerByDrift", "Jansen-Rit, Euler-Maruyama, through the generic `drift`"),
          Map.entry("heunByKernels", "Jansen-Rit, Heun"),
          Map.entry("heunByDrift", "Jansen-Rit, Heun, through the generic `drift`"),
          Map.entry("splitting", "Jansen-Rit, Strang splitting"),
          Map.entry("splitting, arrays aligned", "Jansen-Rit, Strang splitting, arrays aligned"),
          Map.entry("columnInOneLoop", "Jansen-Rit, Euler-Maruyama, one loop with `Math.exp`"),
          Map.entry("scalarLoop", "one trajectory at a time, `Math.exp` and a ziggurat"),
          Map.entry(
              "eulerByKernels over scalarLoop", "Euler-Maruyama over one trajectory at a time"),
          Map.entry("two threads over one", "Euler-Maruyama, two threads over one"),
          Map.entry("gaussians", "normals"),
          Map.entry("wilsonCowanByEuler", "Wilson-Cowan, Euler"),
          Map.entry("wilsonCowanByHeun", "Wilson-Cowan, Heun"),
          Map.entry("wilsonCowanInOneLoopByEuler", "Wilson-Cowan, Euler, one loop"),
          Map.entry("wilsonCowanInOneLoopByHeun", "Wilson-Cowan, Heun, one loop"),
          Map.entry("exp against Math.exp", "exp against `Math.exp`, relative error"));

  private SpeedPage() {}

  /**
   * Writes the tables into the page.
   *
   * @param args {@code --docs=DIR} (default {@code docs})
   * @throws IOException if the results cannot be read, or the page be read or written
   */
  public static void main(String[] args) throws IOException {
    Path docs = Path.of(Arguments.parse(args, List.of("docs")).get("docs").orElse("docs"));
    Path page = docs.resolve("speed.md");
    Files.writeString(page, written(docs));
  }

  /** Returns the page with its tables as the results in {@code docs} have them. */
  static String written(Path docs) throws IOException {
    String page = Files.readString(docs.resolve("speed.md"));
    String tables =
        section(docs.resolve("results/EngineBenchmark.json"), "This library")
            + section(docs.resolve("results/EnginePeers.json"), "Peers, and what is possible");
    return PageFigures.into(page, tables);
  }

  private static String section(Path results, String title) throws IOException {
    String json = Files.readString(results);
    StringBuilder text = new StringBuilder("\n## " + title + "\n\n");
    text.append("| what | value | unit | asked | |\n| --- | --- | --- | --- | --- |\n");
    Matcher figures = FIGURE.matcher(json);
    int count = 0;
    for (; figures.find(); count++) {
      text.append(row(figures));
    }
    if (count == 0 || count != json.split("\"name\"", -1).length - 1) {
      throw new IllegalStateException("only " + count + " figures of " + results + " can be read");
    }
    return text.append("\n")
        .append(PageFigures.origin(json))
        .append(" ([results](results/%s)).\n\n".formatted(results.getFileName()))
        .toString();
  }

  private static String row(Matcher figure) {
    String name = figure.group(1);
    String unit = figure.group(3).equals("1") ? "" : figure.group(3);
    String asked =
        figure.group(4) == null
            ? ""
            : figure.group(5) + " " + plain(new BigDecimal(figure.group(4)));
    String note = figure.group(6) == null ? "" : figure.group(6);
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(LABELS.getOrDefault(name, name), shown(figure.group(2)), unit, asked, note);
  }

  private static String shown(String number) {
    return plain(new BigDecimal(number).round(new MathContext(3)));
  }

  private static String plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.abs().doubleValue() < 1e-3 ? shortest.toString() : shortest.toPlainString();
  }
}
