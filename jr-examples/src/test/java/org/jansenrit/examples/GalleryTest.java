package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
  /** Axes and scales of colours are labelled in letters of 14 pixels, and nothing else is. */
  private static final Pattern LABEL =
      Pattern.compile("<text [^>]*font-size: 14px[^>]*>([^<]*)</text>");

  private static final Pattern WITH_UNIT = Pattern.compile("[^()]+ \\([^()]+\\)");

  /** What stands at these axes is a name, or counted. */
  private static final Set<String> WITHOUT_UNIT =
      Set.of("parameter", "direction", "fold", "epoch", "simulations");

  private static final Pattern SIZE = Pattern.compile("viewBox='0 0 \\d{3,4} \\d{3,4}'");
  private static final int LARGEST = 3_000_000;

  @Test
  void everyKindOfFigureHasASizeAndAUnitAtEveryAxis(@TempDir Path out) throws Exception {
    List<GalleryItem> items =
        Gallery.run(
            Arguments.parse(new String[] {"--small", "--out=" + out}, List.of("small", "out")));
    assertTrue(items.size() >= 29, items.size() + " kinds");
    for (GalleryItem item : items) {
      String svg = item.figure().toSvg();
      assertTrue(SIZE.matcher(svg).find(), item.kind() + " has a size");
      requireUnits(item.kind(), svg);
      assertTrue(svg.length() < LARGEST, item.kind() + " weighs " + svg.length());
      assertTrue(svg.split("<path|<line|<rect|<ellipse|<image", -1).length > 10, item.kind());
    }
    assertEquals(items.size(), items.stream().map(GalleryItem::kind).distinct().count());
    String page = Files.readString(out.resolve("gallery.html"));
    assertEquals(items.size(), page.split("<figcaption", -1).length - 1);
    assertTrue(page.length() < LARGEST, "the page weighs " + page.length());
  }

  private static void requireUnits(String kind, String svg) {
    List<String> labels = LABEL.matcher(svg).results().map(found -> found.group(1)).toList();
    assertTrue(labels.stream().anyMatch(label -> WITH_UNIT.matcher(label).matches()), kind);
    for (String label : labels) {
      assertTrue(
          WITH_UNIT.matcher(label).matches() || WITHOUT_UNIT.contains(label),
          kind + " has an axis without unit: " + label);
    }
  }
}
