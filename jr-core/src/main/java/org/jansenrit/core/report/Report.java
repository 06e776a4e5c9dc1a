package org.jansenrit.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.file.WholeFile;

/**
 * One HTML page that holds all it needs: text, tables, code and figures; immutable.
 *
 * <p>It loads nothing from a network, follows the reader's light or dark setting, and fits a
 * telephone as well as paper. Tables are sorted by a click on a column's name. All text is shown as
 * it is: markup in it is escaped.
 *
 * <pre>{@code
 * Report.titled("Recovery").paragraph("10,000 simulations.").table(table).figure(figure, "Test set.").save(path)
 * }</pre>
 */
public final class Report {
  private final String title;
  private final List<String> headings;
  private final List<String> blocks;
  private final int figures;

  private Report(String title, List<String> headings, List<String> blocks, int figures) {
    this.title = title;
    this.headings = headings;
    this.blocks = blocks;
    this.figures = figures;
  }

  /**
   * Starts an empty page.
   *
   * @param title one line
   * @return a page of a title only
   * @throws IllegalArgumentException if the title is blank or has line breaks
   */
  public static Report titled(String title) {
    return new Report(Checks.label("title of a report", title), List.of(), List.of(), 0);
  }

  /**
   * Adds a heading of the second level; the title is the first. From three on they stand in a table
   * of contents as well.
   *
   * @param text one line
   * @return this with one more block
   */
  public Report heading(String text) {
    var more = new ArrayList<>(headings);
    more.add(text);
    String block = Html.heading(more.size(), text);
    return new Report(title, List.copyOf(more), blocks, figures).with(block, figures);
  }

  /**
   * Adds a paragraph.
   *
   * @param text any words, shown as they are; line breaks are kept
   * @return this with one more block
   */
  public Report paragraph(String text) {
    return with(Html.element("p", text), figures);
  }

  /**
   * Adds text of fixed width whose line breaks are kept.
   *
   * @param text any lines
   * @return this with one more block
   */
  public Report code(String text) {
    return with(Html.code(text), figures);
  }

  /**
   * Adds a table, in a box of its own that scrolls if the table is wider than the page; long text
   * is broken into lines, and the first column stays in sight on a narrow screen.
   *
   * @param table with its header
   * @return this with one more block
   */
  public Report table(Table table) {
    return with(Html.table(table, cell -> 0), figures);
  }

  /**
   * Adds, under a heading of its own, how the page came about.
   *
   * @param code what was called
   * @param sources what was used, a line each: the provenance of data, an estimator, settings
   * @return this with one more block
   */
  public Report made(String code, Object... sources) {
    Report page = heading("How this was made").code(code);
    for (Object source : sources) {
      page = page.paragraph(source.toString());
    }
    return page;
  }

  /**
   * Adds a table whose numbers are shaded: white at {@code low} and below, dark at {@code high} and
   * above.
   *
   * @param table with its header
   * @param low the number that is white, in the unit of the cells
   * @param high the number that is darkest
   * @return this with one more block
   * @throws IllegalArgumentException if the bounds are not finite, or high is not above low
   */
  public Report heatTable(Table table, double low, double high) {
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          "shades of a table must rise, but were from " + low + " to " + high);
    }
    return with(Html.table(table, cell -> shade(cell, low, high)), figures);
  }

  private static double shade(String cell, double low, double high) {
    try {
      return Math.min(1, Math.max(0, (Double.parseDouble(cell) - low) / (high - low)));
    } catch (NumberFormatException e) {
      return 0; // words have no shade
    }
  }

  /**
   * Adds a figure as inline SVG, numbered.
   *
   * @param figure as it would be saved
   * @param caption stands below, after "Figure 1."; says what can be seen
   * @return this with one more block
   */
  public Report figure(Figure figure, String caption) {
    int number = figures + 1;
    return with(Html.figure(number, figure, caption), number);
  }

  /** {@return the title} */
  public String title() {
    return title;
  }

  /** {@return the whole page} */
  public String toHtml() {
    return Html.page(title, headings, blocks);
  }

  /**
   * Writes the page in UTF-8, whole or not at all, over what was there.
   *
   * @param path usually {@code .html}, in a directory that is there
   * @throws java.io.UncheckedIOException if it cannot be written; the message names the path
   */
  public void save(Path path) {
    WholeFile.write(path, toHtml());
  }

  private Report with(String block, int figures) {
    var more = new ArrayList<>(blocks);
    more.add(block);
    return new Report(title, headings, List.copyOf(more), figures);
  }

  /** {@return one line: title, number of blocks and of figures} */
  @Override
  public String toString() {
    return "Report[\"%s\", %d %s, %d %s]"
        .formatted(
            title,
            blocks.size(),
            blocks.size() == 1 ? "block" : "blocks",
            figures,
            figures == 1 ? "figure" : "figures");
  }
}
