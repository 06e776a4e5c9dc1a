package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CompactSvgTest {
  private static final int DOTS = 60_000;

  private static double[] uniform(long seed) {
    return new Random(seed).doubles(DOTS, -3, 3).toArray();
  }

  /** Follows ways from dot to dot: the reading of a path's data by SVG 1.1, 8.3. */
  private static List<String> places(String data) {
    List<String> places = new ArrayList<>();
    Matcher dot = Pattern.compile("([Mm])(-?\\d+) ?(-?\\d+)h0").matcher(data);
    int x = 0;
    int y = 0;
    int end = 0;
    while (dot.find()) {
      assertEquals(end, dot.start(), "nothing between dots");
      end = dot.end();
      x = Integer.parseInt(dot.group(2)) + (dot.group(1).equals("M") ? 0 : x);
      y = Integer.parseInt(dot.group(3)) + (dot.group(1).equals("M") ? 0 : y);
      places.add(x + "," + y);
    }
    assertEquals(data.length(), end);
    return places;
  }

  @Test
  void dotsStayWhereTheyAre() {
    Random random = new Random(1);
    List<String> expected = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      String place = (random.nextInt(2_000) - 100) + "," + (random.nextInt(2_000) - 100);
      expected.add(place);
      path.append('M').append(place).append('L').append(place);
    }
    String shorter = CompactSvg.of("<path d='" + path + "'/>");
    List<String> found = places(shorter.substring("<path d='".length(), shorter.length() - 3));
    Collections.sort(expected);
    Collections.sort(found);
    assertEquals(expected, found);
  }

  @Test
  void dotOfAFigureTakesTenLettersAtMost() {
    Panel few = Panel.of("", "x", "y").points("", new double[] {-3, 3}, new double[] {-3, 3});
    Panel many = few.points("", uniform(1), uniform(2));
    int letters = Figure.of(many).toSvg().length() - Figure.of(few).toSvg().length();
    assertTrue(letters <= 10 * DOTS, letters + " letters for " + DOTS + " dots");
  }

  @Test
  void neighboursPaintedAlikeShareAGroup() {
    String red = " style='stroke:red' clip-path='url(#c)'";
    String blue = " style='stroke:blue' clip-path='url(#c)'";
    assertEquals(
        "<g"
            + red
            + "><path d='M1,1L2,2'/><line x1='1'/><rect x='3'/></g>"
            + ("<g" + blue + "><line x1='2'/></g>"),
        CompactSvg.of(
            ("<g" + red + "><path d='M1,1L2,2'/></g>")
                + ("<line x1='1'" + red + "/><rect x='3'" + red + "/>")
                + ("<line x1='2'" + blue + "/>")));
  }

  @Test
  void groupWithinAGroupEndsWhereItDid() {
    String nested = "<g><g a='1'><text/></g><text/></g><g a='1'><text/></g>";
    assertEquals(nested, CompactSvg.of(nested));
    assertEquals("<g><text/><text/></g>", CompactSvg.of("<g><text/></g><g><text/></g>"));
  }

  @Test
  void barIsOneShapeWithItsOutline() {
    String bar = "<rect x='1' y='2' width='3' height='4' style='";
    String outline = "stroke:rgb(0,114,178)";
    assertEquals(
        "<g style='" + outline + ";fill:rgb(9,9,9)'><rect x='1' y='2' width='3' height='4'/></g>",
        CompactSvg.of(bar + "fill:rgb(9,9,9)'/>" + bar + outline + ";fill:none'/>"));
    String other = bar + "fill:red'/>" + bar.replace("'1'", "'5'") + outline + ";fill:none'/>";
    assertTrue(CompactSvg.of(other).contains("fill:none"), "another bar's outline");
  }

  @Test
  void numbersAndOpacitiesThatSayNothingAreLeftOut() {
    assertEquals(
        "<path style='stroke-width:0.8;stroke-linecap:round;stroke-opacity:0.4'/>",
        CompactSvg.of(
            "<path style='stroke-width:0.800000011920929;stroke-opacity:1.0;"
                + "stroke-linecap:round;stroke-opacity:0.4000000059604645'/>"));
  }
}
