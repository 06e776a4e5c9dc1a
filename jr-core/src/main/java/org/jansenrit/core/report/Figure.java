package org.jansenrit.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Desktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.file.WholeFile;

/**
 * One panel or a grid of panels that can be saved as SVG or PNG; immutable.
 *
 * <p>Needs no screen. The same figure gives the same SVG text each time.
 *
 * <pre>{@code
 * Figure.of(Panel.of("ERP", "time (s)", "potential (µV)").line("Cz", time, cz)).save(Path.of("erp.svg"))
 * }</pre>
 */
public final class Figure {
  private static final int LEAST_WIDTH = 160;
  private static final int LEAST_HEIGHT = 120;

  private final String title;
  private final int columns;
  private final List<Panel> panels;
  private final int panelWidth;
  private final int panelHeight;

  private Figure(String title, int columns, List<Panel> panels, int panelWidth, int panelHeight) {
    this.title = title;
    this.columns = columns;
    this.panels = panels;
    this.panelWidth = panelWidth;
    this.panelHeight = panelHeight;
  }

  /**
   * {@return a figure of one panel, whose title is its own: 540 x 360 pixels}
   *
   * @param panel axes and what is drawn in them
   */
  public static Figure of(Panel panel) {
    return new Figure(panel.title(), 1, List.of(panel), 540, 360);
  }

  /**
   * {@return a grid that is filled row by row, each panel 400 x 300 pixels}
   *
   * @param title stands above all panels; may be empty
   * @param columns panels in a row
   * @param panels at least one; a row that is not full stays white at its end
   * @throws IllegalArgumentException if columns is below 1, or there is no panel
   */
  public static Figure grid(String title, int columns, List<Panel> panels) {
    if (columns < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException(
          "a grid needs at least 1 column and 1 panel, but got %d and %d"
              .formatted(columns, panels.size()));
    }
    Checks.oneLine("title of a figure", title);
    return new Figure(title, Math.min(columns, panels.size()), List.copyOf(panels), 400, 300);
  }

  /**
   * {@return a grid that is filled row by row; see {@link #grid(String, int, List)}}
   *
   * @param title stands above all panels; may be empty
   * @param columns panels in a row
   * @param panels at least one
   * @throws IllegalArgumentException if columns is below 1, or there is no panel
   */
  public static Figure grid(String title, int columns, Panel... panels) {
    return grid(title, columns, List.of(panels));
  }

  /**
   * Sets the size of each panel; letters keep theirs.
   *
   * @param width in pixels, at least 160
   * @param height in pixels, at least 120
   * @return this with panels of that size
   * @throws IllegalArgumentException if the panels would be too small to read
   */
  public Figure panelSize(int width, int height) {
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
      throw new IllegalArgumentException(
          "panels of figure '%s' must be at least %d x %d pixels, but were %d x %d"
              .formatted(title, LEAST_WIDTH, LEAST_HEIGHT, width, height));
    }
    return new Figure(title, columns, panels, width, height);
  }

  /** {@return the title, which may be empty} */
  public String title() {
    return title;
  }

  /** {@return a whole SVG document} */
  public String toSvg() {
    return drawing().toSvg();
  }

  /**
   * Writes the figure, whole or not at all, over what was there.
   *
   * @param path ends in {@code .svg}, or in {@code .png} for an image of twice the pixels
   * @throws IllegalArgumentException if the path ends in anything else
   * @throws java.io.UncheckedIOException if it cannot be written; the message names the path
   */
  public void save(Path path) {
    byte[] bytes = bytes(path);
    WholeFile.write(path, out -> out.write(bytes));
  }

  /**
   * Shows the figure in the system's own viewer of SVG files, a browser mostly; where there is no
   * screen it is only written.
   *
   * @return the file, among the temporary ones
   * @throws java.io.UncheckedIOException if it cannot be written or opened
   */
  public Path open() {
    try {
      Path file = Files.createTempFile("figure-", ".svg");
      save(file);
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
        Desktop.getDesktop().open(file.toFile());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the figure could not be shown: " + e.getMessage(), e);
    }
  }

  private byte[] bytes(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return toSvg().getBytes(UTF_8);
    }
    if (name.endsWith(".png")) {
      return drawing().toPng();
    }
    throw new IllegalArgumentException(
        "figures are saved as .svg or .png, but the path was " + path);
  }

  int columns() {
    return columns;
  }

  /** Returns the width in pixels. */
  int width() {
    return columns * panelWidth;
  }

  /**
   * Returns one SVG element per panel, to be set into a page.
   *
   * @param idPrefix what the ids begin with, unlike that of any other figure in the page
   */
  List<String> panelElements(String idPrefix) {
    return IntStream.range(0, panels.size())
        .mapToObj(i -> panelElement(panels.get(i), idPrefix + (i + 1) + "-"))
        .toList();
  }

  private String panelElement(Panel panel, String idPrefix) {
    return panel.isBlank()
        ? ""
        : new Drawing("", 1, List.of(panel), panelWidth, panelHeight).toElement(idPrefix);
  }

  private Drawing drawing() {
    boolean titled = panels.size() == 1 && title.equals(panels.get(0).title());
    return new Drawing(titled ? "" : title, columns, panels, panelWidth, panelHeight);
  }

  /** {@return one line: title, number of panels and size} */
  @Override
  public String toString() {
    return "Figure[\"%s\", %d %s, %d x %d px]"
        .formatted(
            title,
            panels.size(),
            panels.size() == 1 ? "panel" : "panels",
            drawing().width(),
            drawing().height());
  }
}
