package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
  private static final double[] TWO = {1, 2};
  private static final double[] THREE = {1, 2, 3};
  private static final Panel EMPTY = Panel.of("ERP", "time (s)", "potential (µV)");

  private static void refuses(String message, UnaryOperator<Panel> layer) {
    var e = assertThrows(IllegalArgumentException.class, () -> layer.apply(EMPTY));
    assertEquals(message, e.getMessage());
  }

  private static String svg(Panel panel) {
    return Figure.of(panel).toSvg();
  }

  private static int count(String part, String text) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void labelsAndUnitsStandInTheSvgAsText() {
    String svg = svg(EMPTY.line("Cz", TWO, TWO));
    assertTrue(svg.contains(">ERP<"));
    assertTrue(svg.contains(">time (s)<"));
    assertTrue(svg.contains(">potential (µV)<"), "the upright label is text, not outlines");
  }

  @Test
  void labelsMustBeThere() {
    var e = assertThrows(IllegalArgumentException.class, () -> Panel.of("ERP", "time (s)", " "));
    assertEquals("label of the y axis must not be blank", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Panel.of("ERP", "time\n(s)", "y"));
    assertTrue(e.getMessage().startsWith("label of the x axis must be one line"));
  }

  @Test
  void oneNameNeedsNoLegend() {
    assertFalse(svg(EMPTY.line("Cz", TWO, TWO)).contains(">Cz<"));
    assertFalse(svg(EMPTY.line("Cz", TWO, TWO).identityLine()).contains(">Cz<"));
    assertFalse(svg(EMPTY.line("Cz", TWO, TWO).line("Cz", TWO, THREE_FROM_TWO)).contains(">Cz<"));
  }

  private static final double[] THREE_FROM_TWO = {2, 3};

  @Test
  void twoNamesHaveALegend() {
    String svg = svg(EMPTY.line("Cz", TWO, TWO).verticalLine("stimulus", 1.5));
    assertEquals(1, count(">Cz<", svg));
    assertEquals(1, count(">stimulus<", svg));
  }

  @Test
  void everyKindOfLayerIsListed() {
    String svg =
        svg(
            EMPTY
                .band("a-band", TWO, TWO, TWO)
                .points("a-points", TWO, TWO)
                .histogram("a-density", THREE, 3)
                .counts("a-count", THREE, 3)
                .bars("a-bars", TWO, TWO)
                .line("a-line", TWO, TWO)
                .horizontalLine("a-rule", 1)
                .line("", TWO, TWO));
    for (String kind : "band points density count bars line rule".split(" ", -1)) {
      assertEquals(1, count(">a-" + kind + "<", svg), kind);
    }
  }

  @Test
  void layersOfOneNameShareColorAndEntry() {
    String svg =
        svg(EMPTY.band("draws", TWO, TWO, TWO).line("draws", TWO, TWO).line("mean", TWO, TWO));
    assertEquals(1, count(">draws<", svg));
    assertTrue(svg.contains("stroke:rgb(0,114,178)"), "first colour of Okabe and Ito");
    assertTrue(svg.contains("stroke:rgb(213,94,0)"), "second");
    assertFalse(svg.contains("stroke:rgb(0,158,115)"), "third");
  }

  @Test
  void linesAreDashedWhereColorsBeginAgain() {
    Panel panel = EMPTY;
    for (int i = 0; i < 8; i++) {
      panel = panel.line("line " + i, TWO, TWO);
    }
    assertFalse(svg(panel).contains("stroke-dasharray"));
    assertTrue(svg(panel.line("ninth", TWO, TWO)).contains("stroke-dasharray"));
  }

  @Test
  void namesAreEscaped() {
    String svg = svg(EMPTY.line("<script>", TWO, TWO).line("a & b", TWO, TWO));
    assertFalse(svg.contains("<script>"));
    assertTrue(svg.contains("&lt;script&gt;"));
    assertTrue(svg.contains("a &amp; b"));
  }

  @Test
  void differentLengthsAreRefusedByName() {
    refuses("line 'Cz': x has 2 values, but y has 3", p -> p.line("Cz", TWO, THREE));
    refuses("points 'Cz': x has 3 values, but y has 2", p -> p.points("Cz", THREE, TWO));
    refuses("band '90 %': x has 2 values, but low has 3", p -> p.band("90 %", TWO, THREE, TWO));
    refuses("band '90 %': x has 2 values, but high has 3", p -> p.band("90 %", TWO, TWO, THREE));
    refuses("bars 'r': x has 2 values, but heights has 3", p -> p.bars("r", TWO, THREE));
  }

  @Test
  void nothingToDrawIsRefused() {
    refuses("line 'Cz': x has no values", p -> p.line("Cz", new double[0], new double[0]));
    refuses("histogram 'A': values has no values", p -> p.histogram("A", new double[0], 3));
    refuses("histogram 'A': bins must be at least 1, but was 0", p -> p.histogram("A", TWO, 0));
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithTheirIndex() {
    double[] bad = {1, Double.NaN};
    double[] endless = {Double.POSITIVE_INFINITY, 1};
    refuses("line 'Cz': x[1] must be finite, but was NaN", p -> p.line("Cz", bad, TWO));
    refuses(
        "line 'Cz': y[0] must be finite or NaN (a gap), but was Infinity",
        p -> p.line("Cz", TWO, endless));
    refuses("points 'Cz': y[1] must be finite, but was NaN", p -> p.points("Cz", TWO, bad));
    refuses("band 'b': low[1] must be finite, but was NaN", p -> p.band("b", TWO, bad, TWO));
    refuses("histogram 'A': values[1] must be finite, but was NaN", p -> p.counts("A", bad, 2));
    refuses(
        "vertical line 'true': x must be finite, but was NaN",
        p -> p.verticalLine("true", Double.NaN));
    refuses(
        "horizontal line '': y must be finite, but was Infinity",
        p -> p.horizontalLine("", Double.POSITIVE_INFINITY));
  }

  @Test
  void crossedBandIsRefused() {
    refuses(
        "band 'b': low[1] = 2.0 is above high[1] = 1.0",
        p -> p.band("b", TWO, TWO, new double[] {1, 1}));
  }

  @Test
  void barsAtOnePlaceAreRefused() {
    refuses("bars 'r': two bars stand at the same x", p -> p.bars("r", new double[] {1, 1}, TWO));
  }

  @Test
  void intervalsStandOnTheMiddlesOfBarsAndWidenTheAxis() {
    Panel bare = EMPTY.bars("r", TWO, new double[] {1, 1}).bars("s", TWO, new double[] {1, 1});
    double[] high = {8, 9};
    Panel both = bare.bars("t", TWO, new double[] {1, 1}, new double[] {0.5, 0.5}, high);
    assertFalse(svg(bare).contains(">8<"));
    assertTrue(svg(both).contains(">8<"), "the axis reaches the upper ends");
    refuses(
        "bars 'r': low[1] = 2.0 is above high[1] = 1.0",
        p -> p.bars("r", TWO, TWO, TWO, new double[] {1, 1}));
    refuses("bars 'r': x has 2 values, but high has 3", p -> p.bars("r", TWO, TWO, TWO, THREE));
  }

  /** A subpath begins with M: two of them where a gap splits the line. */
  @Test
  void nanInYBreaksTheLine() {
    double[] x = {0, 1, 2, 3, 4};
    String whole = svg(EMPTY.line("", x, new double[] {1, 2, 1.5, 2, 1}));
    String broken = svg(EMPTY.line("", x, new double[] {1, 2, Double.NaN, 2, 1}));
    assertEquals(count("M", pathOf(whole)) + 1, count("M", pathOf(broken)));
  }

  private static String pathOf(String svg) {
    int start = svg.indexOf("<path", svg.indexOf("stroke:rgb(0,114,178)"));
    return svg.substring(start, svg.indexOf("/>", start));
  }

  @Test
  void arraysAreCopiedIn() {
    double[] y = {1, 2};
    Panel panel = EMPTY.line("Cz", TWO, y).band("b", TWO, y, y).points("p", TWO, y);
    String before = svg(panel);
    y[0] = 1.5;
    assertEquals(before, svg(panel));
  }

  @Test
  void addingALayerLeavesThePanelAsItWas() {
    String before = svg(EMPTY);
    assertFalse(svg(EMPTY.line("Cz", TWO, TWO)).equals(before));
    assertEquals(before, svg(EMPTY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, -4, 1e-12, 1e12, Double.MIN_VALUE})
  void constantValuesCanBeDrawn(double value) {
    double[] same = {value, value};
    String svg = svg(EMPTY.line("a", TWO, same).histogram("b", same, 4).points("c", same, same));
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
  }

  @Test
  void rangesCutWhatIsDrawn() {
    String svg = svg(EMPTY.line("a", TWO, TWO).xRange(0, 100).yRange(-50, 50));
    assertTrue(svg.contains(">100<") && svg.contains(">-40<"), svg);
  }

  @Test
  void rangesMustRise() {
    refuses("x range of 'ERP' must rise, but was 2.0 to 2.0", p -> p.xRange(2, 2));
    refuses("y range of 'ERP' must rise, but was NaN to 2.0", p -> p.yRange(Double.NaN, 2));
  }

  @Test
  void identityLineGivesBothAxesOneRange() {
    String svg = svg(EMPTY.points("", new double[] {0, 1}, new double[] {80, 100}).identityLine());
    assertEquals(2, count(">100<", svg));
    assertEquals(2, count(">20<", svg));
  }

  @Test
  void categoriesReplaceNumbers() {
    Panel panel = EMPTY.bars("r", new double[] {0, 1}, TWO).categories("ridge", "LSTM");
    assertTrue(svg(panel).contains(">ridge<") && svg(panel).contains(">LSTM<"));
    refuses("category must not be blank", p -> p.categories("ridge", ""));
    refuses("categories of 'ERP' need at least one name", p -> p.categories());
  }

  /** An image, whose scale stands beside it with its unit; NaN is white. */
  @Test
  void heatMapsAreImagesWithAScale() {
    double[][] values = {{0, 1, 2}, {3, Double.NaN, 5}};
    Panel panel =
        Panel.of("map", "time (s)", "A (mV)")
            .heat("potential (mV)", new double[] {0, 1}, new double[] {2, 4}, values);
    String svg = Figure.of(panel).toSvg();
    assertTrue(svg.contains("data:image/png"));
    assertTrue(svg.contains("potential (mV)"));
    refuses(
        "heat map 'x': row 0 has 2 values, but row 1 has 1",
        p -> p.heat("x", new double[] {0, 1}, new double[] {0, 1}, new double[][] {{1, 2}, {1}}));
    refuses(
        "y of the heat map of 'ERP' must rise, but was 1.0 to 1.0",
        p -> p.heat("x", new double[] {0, 1}, new double[] {1, 1}, new double[][] {{1}}));
  }

  @Test
  void blankPanelTakesNoLayer() {
    var e = assertThrows(IllegalStateException.class, () -> Panel.blank().line("Cz", TWO, TWO));
    assertTrue(e.getMessage().contains("use Panel.of"));
  }

  @Test
  void toStringIsOneLine() {
    assertEquals(
        "Panel[\"ERP\", potential (µV) over time (s), 1 layer]",
        EMPTY.line("Cz", TWO, TWO).toString());
    assertEquals("Panel[blank]", Panel.blank().toString());
  }
}
