package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the README and the guides lead to files, and to headings that are there. */
class LinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      var link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        links++;
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        if (!Files.exists(target) || !hasHeading(target, link.group(2))) {
          broken.add(page + ": " + link.group());
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 50, links + " links");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static boolean hasHeading(Path page, String anchor) throws IOException {
    return anchor == null
        || HEADING
            .matcher(Files.readString(page))
            .results()
            .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
            .map(text -> text.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
            .anyMatch(anchor::equals);
  }
}
