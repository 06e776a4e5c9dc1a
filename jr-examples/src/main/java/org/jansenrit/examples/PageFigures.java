package org.jansenrit.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a page that are written from results: between two comments that nobody sees. */
final class PageFigures {
  private static final String START = "<!-- figures -->\n";
  private static final String END = "<!-- end of figures -->\n";

  private PageFigures() {}

  /**
   * Returns the page with other figures.
   *
   * @param figures of each place for them, in order
   * @throws IllegalStateException if it has not as many places for them
   */
  static String into(String page, String... figures) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (String some : figures) {
      int start = page.indexOf(START, from);
      int end = page.indexOf(END, Math.max(start, from));
      if (start < 0 || end < 0) {
        throw new IllegalStateException("the page has no place for its figures: " + START + END);
      }
      text.append(page, from, start + START.length()).append(some);
      from = end;
    }
    if (page.indexOf(START, from) >= 0) {
      throw new IllegalStateException("the page has more than " + figures.length + " places");
    }
    return text.append(page, from, page.length()).toString();
  }

  /** Returns when and where results were made, from their file's text. */
  static String origin(String json) {
    String jdk = json.contains("\"jdk\"") ? ", JDK " + field(json, "jdk") : "";
    return field(json, "date") + ", " + field(json, "machine") + jdk;
  }

  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalStateException("the results have no " + name);
    }
    return field.group(1);
  }
}
