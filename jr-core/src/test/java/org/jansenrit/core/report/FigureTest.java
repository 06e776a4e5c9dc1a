package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureTest {
  @TempDir Path directory;

  private static Panel panel(String title) {
    double[] x = {0, 1, 2};
    return Panel.of(title, "time (s)", "potential (µV)")
        .line("Cz", x, new double[] {1, 3, 2})
        .points("Pz", x, new double[] {2, 1, 3});
  }

  private static Element parsed(String svg) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
  }

  @Test
  void svgIsWellFormedAndHasTheSizeOfThePanel() throws Exception {
    Element svg = parsed(Figure.of(panel("a < b & \"c\"")).panelSize(500, 300).toSvg());
    assertEquals("svg", svg.getTagName());
    assertEquals("500", svg.getAttribute("width"));
    assertEquals("300", svg.getAttribute("height"));
    assertEquals("0 0 500 300", svg.getAttribute("viewBox"));
  }

  @Test
  void gridHoldsAllPanelsAndItsTitle() throws Exception {
    var figure = Figure.grid("Three", 2, panel("one"), panel("two"), Panel.blank(), panel("four"));
    String svg = figure.toSvg();
    for (String title : List.of("Three", "one", "two", "four")) {
      assertTrue(svg.contains(">" + title + "<"), title);
    }
    assertEquals("800", parsed(svg).getAttribute("width"));
    assertEquals("634", parsed(svg).getAttribute("height"));
  }

  @Test
  void lastRowMayBeShort() throws Exception {
    var figure = Figure.grid("", 2, panel("one"), panel("two"), panel("three"));
    assertEquals("600", parsed(figure.toSvg()).getAttribute("height"));
  }

  @Test
  void gridNeedsAPanelAndAColumn() {
    var e = assertThrows(IllegalArgumentException.class, () -> Figure.grid("", 2, List.of()));
    assertEquals("a grid needs at least 1 column and 1 panel, but got 2 and 0", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Figure.grid("", 0, panel("one")));
  }

  @Test
  void sameFigureGivesTheSameTextTwice() {
    assertEquals(Figure.of(panel("one")).toSvg(), Figure.of(panel("one")).toSvg());
  }

  @Test
  void differentFiguresHaveDifferentIds() {
    String one = Figure.of(panel("one")).toSvg();
    String two = Figure.of(panel("two")).toSvg();
    String id = one.substring(one.indexOf("id='"), one.indexOf("'", one.indexOf("id='") + 4));
    assertFalse(two.contains(id), id);
  }

  @Test
  void thousandsOfPointsStaySmall() {
    var random = new Random(1);
    double[] x = random.doubles(5_000).toArray();
    double[] y = random.doubles(5_000).toArray();
    int length = Figure.of(Panel.of("", "A (mV)", "B (mV)").points("", x, y)).toSvg().length();
    assertTrue(length < 250_000, "5,000 points took " + length + " characters");
  }

  @Test
  void savesByEnding() throws Exception {
    Path svg = directory.resolve("erp.svg");
    Path png = directory.resolve("erp.PNG");
    Figure.of(panel("one")).save(svg);
    Figure.of(panel("one")).save(png);
    assertEquals(Figure.of(panel("one")).toSvg(), Files.readString(svg));
    var image = ImageIO.read(png.toFile());
    assertEquals(1080, image.getWidth());
    assertEquals(720, image.getHeight());
  }

  @Test
  void otherEndingsAreRefused() throws IOException {
    Path path = directory.resolve("erp.pdf");
    var e = assertThrows(IllegalArgumentException.class, () -> Figure.of(panel("one")).save(path));
    assertEquals("figures are saved as .svg or .png, but the path was " + path, e.getMessage());
    try (var files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void missingDirectoryIsNamed() {
    Path path = directory.resolve("none/erp.svg");
    var e = assertThrows(UncheckedIOException.class, () -> Figure.of(panel("one")).save(path));
    assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
  }

  @Test
  void panelsTooSmallToReadAreRefused() {
    var figure = Figure.of(panel("one"));
    var e = assertThrows(IllegalArgumentException.class, () -> figure.panelSize(100, 300));
    assertTrue(e.getMessage().contains("'one' must be at least 160 x 120 pixels"));
  }

  @Test
  void titleAndToStringAreOneLine() {
    assertEquals("one", Figure.of(panel("one")).title());
    assertEquals("Figure[\"one\", 1 panel, 540 x 360 px]", Figure.of(panel("one")).toString());
    assertEquals(
        "Figure[\"both\", 2 panels, 800 x 334 px]",
        Figure.grid("both", 2, panel("one"), panel("two")).toString());
  }
}
