package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
  private static final Pattern UNIT = Pattern.compile(">[^<>]+ \\([^<>]+\\)<");
  private static final Pattern SIZE = Pattern.compile("viewBox='0 0 \\d{3,4} \\d{3,4}'");
  private static final int LARGEST = 3_000_000;

  @Test
  void everyKindOfFigureHasSizeAxesAndUnits(@TempDir Path out) throws Exception {
    List<GalleryItem> items =
        Gallery.run(
            Arguments.parse(new String[] {"--small", "--out=" + out}, List.of("small", "out")));
    assertTrue(items.size() >= 29, items.size() + " kinds");
    for (GalleryItem item : items) {
      String svg = item.figure().toSvg();
      assertTrue(SIZE.matcher(svg).find(), item.kind() + " has a size");
      assertTrue(UNIT.matcher(svg).find(), item.kind() + " has an axis with its unit");
      assertTrue(svg.length() < LARGEST, item.kind() + " weighs " + svg.length());
      assertTrue(svg.split("<path|<line|<rect|<ellipse|<image", -1).length > 10, item.kind());
    }
    assertEquals(items.size(), items.stream().map(GalleryItem::kind).distinct().count());
    String page = Files.readString(out.resolve("gallery.html"));
    assertEquals(items.size(), page.split("<figcaption", -1).length - 1);
    assertTrue(page.length() < LARGEST, "the page weighs " + page.length());
  }
}
