package org.jansenrit.core.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of a page; whatever text comes in is escaped. */
final class Html {
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
    String body =
        table.rows().stream()
            .map(row -> row("td", row, table, shade))
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
        .formatted(row("th", table.header(), table, cell -> 0), body);
  }

  private static String row(
      String tag, List<String> cells, Table table, ToDoubleFunction<String> shade) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cell(tag, cells.get(i), table.isNumeric(i), shade))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cell(
      String tag, String text, boolean numeric, ToDoubleFunction<String> shade) {
    double dark = shade.applyAsDouble(text);
    String attributes =
        ("th".equals(tag) ? " scope=\"col\"" : "")
            + (numeric ? " class=\"number\"" : "")
            + (dark > 0 ? " style=\"background: %s\"".formatted(blue(dark)) : "");
    return "<" + tag + attributes + ">" + escape(text) + "</" + tag + ">";
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
        %s<div class="panels" style="--columns: %d; max-width: %dpx">
        %s
        </div></div>
        <figcaption>Figure %d. %s</figcaption></figure>"""
        .formatted(
            title, figure.columns(), figure.width() * 6 / 5, panels, number, escape(caption));
  }

  private static String panel(String svg, String description) {
    return svg.isEmpty()
        ? "<div class=\"blank\"></div>"
        : "<svg role=\"img\" aria-label=\""
            + escape(description.strip())
            + "\""
            + svg.substring("<svg".length());
  }

  static String page(String title, List<String> blocks) {
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
        %s
        </main>
        </body>
        </html>
        """
        .formatted(escape(title), STYLE, escape(title), String.join("\n", blocks));
  }

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #222; --paper: #fff; --soft: #f3f4f6; --line: #d0d4da; --quiet: #555; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6e6e6; --paper: #16181c; --soft: #22262c; --line: #3c424b; --quiet: #a9b0ba; }
      }
      * { box-sizing: border-box; }
      body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
      main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0; }
      h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
      p { max-width: 46rem; }
      .scroll { overflow-x: auto; margin: 1rem 0; }
      table { border-collapse: collapse; font-size: 0.95rem; }
      th, td { padding: 0.3rem 0.8rem; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { border-bottom: 2px solid var(--quiet); }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      pre { overflow-x: auto; background: var(--soft); padding: 0.75rem; border-radius: 6px; font-size: 0.9rem; line-height: 1.4; }
      figure { margin: 1.5rem 0; }
      figcaption { color: var(--quiet); font-size: 0.95rem; margin-top: 0.4rem; max-width: 46rem; }
      .card { background: #fff; color: #222; border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem; }
      .title { font-weight: bold; text-align: center; margin: 0.5rem auto; }
      .panels { display: grid; margin: 0 auto; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
      .panels svg { display: block; width: 100%; max-width: 100%; height: auto; }
      @media (max-width: 640px) {
        .panels { grid-template-columns: minmax(0, 1fr); }
        .blank { display: none; }
      }
      @media print {
        :root { --ink: #000; --paper: #fff; --soft: #f3f4f6; --line: #bbb; --quiet: #333; }
        main { max-width: none; padding: 0; }
        .panels { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); }
        .blank { display: block; }
        figure, tr, pre { break-inside: avoid; }
        h2 { break-after: avoid; }
        pre { white-space: pre-wrap; }
      }
      """;
}
