package org.jansenrit.core.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of a page; whatever text comes in is escaped. */
final class Html {
  private static final int LEAST_CONTENTS = 3;

  /** Panels of more pixels are too small to read on a telephone; they scroll there. */
  private static final int WIDE = 600;

  /** Cells of no more letters stand on one line. */
  private static final int SHORT = 24;

  private static final String WORDS = " class=\"words\"";

  private Html() {}

  /** Escapes markup and both quotes; control characters that HTML forbids become U+FFFD. */
  static String escape(String text) {
    return HtmlEscapers.htmlEscaper()
        .escape(text)
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t\\r]]", "\uFFFD");
  }

  static String element(String tag, String text) {
    return "<" + tag + ">" + escape(text) + "</" + tag + ">";
  }

  static String code(String text) {
    return "<pre tabindex=\"0\"><code>" + escape(text) + "</code></pre>";
  }

  /** Returns a table whose numbers are as dark as {@code shade} says, from 0 to 1. */
  static String table(Table table, ToDoubleFunction<String> shade) {
    List<String> kinds =
        IntStream.range(0, table.header().size()).mapToObj(i -> kind(table, i)).toList();
    String body =
        table.rows().stream()
            .map(row -> row("td", row, kinds, shade))
            .collect(Collectors.joining("\n"));
    return """
        <div class="scroll" tabindex="0" role="region" aria-label="table"><table>
        <thead>
        %s
        </thead>
        <tbody>
        %s
        </tbody>
        </table></div>"""
        .formatted(row("th", table.header(), kinds, cell -> 0), body);
  }

  private static String row(
      String tag, List<String> cells, List<String> kinds, ToDoubleFunction<String> shade) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cell(tag, cells.get(i), kinds.get(i), shade))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  /** Returns the class of a column: numbers stand at the right, long text is broken into lines. */
  private static String kind(Table table, int column) {
    return table.isNumeric(column) ? " class=\"number\"" : table.width(column) > SHORT ? WORDS : "";
  }

  private static String cell(String tag, String text, String kind, ToDoubleFunction<String> shade) {
    double dark = shade.applyAsDouble(text);
    String attributes =
        ("th".equals(tag) ? " scope=\"col\"" : "")
            + kind
            + (dark > 0 ? " style=\"background: %s\"".formatted(blue(dark)) : "");
    String content = kind.equals(WORDS) ? breakable(text) : escape(text);
    return "<" + tag + attributes + ">" + content + "</" + tag + ">";
  }

  /** Browsers do not break names such as {@code two_moons/c2st/one round} after a stroke. */
  private static String breakable(String text) {
    return escape(text).replaceAll("(?<=\\w\\w/)(?=\\w\\w)", "<wbr>");
  }

  /** See-through, so that letters can be read on it in light and in dark. */
  private static String blue(double dark) {
    return String.format(Locale.ROOT, "rgba(0, 114, 178, %.2f)", 0.65 * dark);
  }

  /** Returns a numbered figure; its panels stand below each other on a narrow screen. */
  static String figure(int number, Figure figure, String caption) {
    String panels =
        figure.panelElements("figure" + number + "-").stream()
            .map(svg -> panel(svg, figure.title() + " " + caption))
            .collect(Collectors.joining("\n"));
    String title =
        figure.columns() > 1 && !figure.title().isEmpty()
            ? "<p class=\"title\">" + escape(figure.title()) + "</p>\n"
            : "";
    return """
        <figure><div class="card">
        %s<div class="panels%s" style="--columns: %d; max-width: %dpx">
        %s
        </div></div>
        <figcaption>Figure %d. %s</figcaption></figure>"""
        .formatted(
            title,
            figure.width() > WIDE * figure.columns() ? " wide" : "",
            figure.columns(),
            figure.width() * 6 / 5,
            panels,
            number,
            escape(caption));
  }

  private static String panel(String svg, String description) {
    return svg.isEmpty()
        ? "<div class=\"blank\"></div>"
        : "<svg role=\"img\" aria-label=\""
            + escape(description.strip())
            + "\""
            + svg.substring("<svg".length());
  }

  static String heading(int number, String text) {
    return "<h2 id=\"section-%d\">%s</h2>".formatted(number, escape(text));
  }

  private static String contents(List<String> headings) {
    if (headings.size() < LEAST_CONTENTS) {
      return "";
    }
    return IntStream.range(0, headings.size())
        .mapToObj(
            i ->
                "<li><a href=\"#section-%d\">%s</a></li>".formatted(i + 1, escape(headings.get(i))))
        .collect(
            Collectors.joining("\n", "<nav aria-label=\"contents\"><ol>\n", "\n</ol></nav>\n"));
  }

  static String page(String title, List<String> headings, List<String> blocks) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s%s
        </main>
        <script>
        %s</script>
        </body>
        </html>
        """
        .formatted(
            escape(title),
            PageStyle.CSS,
            escape(title),
            contents(headings),
            String.join("\n", blocks),
            PageStyle.SCRIPT);
  }
}
