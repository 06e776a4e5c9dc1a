package org.jansenrit.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a page that is written from results: between two comments that nobody sees. */
final class PageFigures {
  private static final String START = "<!-- figures -->\n";
  private static final String END = "<!-- end of figures -->\n";

  private PageFigures() {}

  /**
   * Returns the page with other figures.
   *
   * @throws IllegalStateException if it has no place for them
   */
  static String into(String page, String figures) {
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException("the page has no place for its figures: " + START + END);
    }
    return page.substring(0, start + START.length()) + figures + page.substring(end);
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
