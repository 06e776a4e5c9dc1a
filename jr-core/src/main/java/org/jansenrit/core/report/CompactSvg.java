package org.jansenrit.core.report;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same picture in fewer letters: each dot by its way from the one before, bars with their
 * outline, neighbours that are painted alike in one group, no more digits than a float has.
 *
 * <p>Pages hold all of their figures, and a pair plot of nine parameters has 72,000 dots.
 */
final class CompactSvg {
  private static final Pattern DOT = Pattern.compile("M(-?\\d+),(-?\\d+)L\\1,\\2");
  private static final Pattern PIECES =
      Pattern.compile("(?<=<path d=')(?:M-?\\d++,-?\\d++L-?\\d++,-?\\d++)++(?=')");
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<=:)\\d+\\.\\d{6,}(?=[;'])");
  private static final Pattern OPAQUE = Pattern.compile("(?:fill|stroke)-opacity: ?1\\.0; ?");
  private static final Pattern BAR =
      Pattern.compile(
          "<rect ([^>]*) style='(fill:[^']*)'([^>]*)/><rect \\1 style='([^']*);fill:none'\\3/>");
  private static final Pattern SHAPE =
      Pattern.compile("<(line|rect)( [^>]*?)( style='[^']*'[^>]*)/>");
  private static final Pattern GROUP = Pattern.compile("(</g>)?(<g(?: [^>]*)?>)|</g>");

  private CompactSvg() {}

  static String of(String svg) {
    String dots = PIECES.matcher(svg).replaceAll(path -> dots(path.group()));
    String rounded = LONG_NUMBER.matcher(dots).replaceAll(CompactSvg::rounded);
    String styled = OPAQUE.matcher(rounded).replaceAll("");
    String bars = BAR.matcher(styled).replaceAll("<rect $1 style='$4;$2'$3/>");
    return merged(SHAPE.matcher(bars).replaceAll("<g$3><$1$2/></g>"));
  }

  private static String rounded(MatchResult number) {
    return Float.toString(Float.parseFloat(number.group()));
  }

  /**
   * Returns the same dots as lines of no length. Those of one path are painted at once, so that
   * their order is free: from left to right, the ways between them are short. Lines with a length
   * stay as they are.
   */
  private static String dots(String path) {
    if (!DOT.matcher(path).replaceAll("").isEmpty()) {
      return path;
    }
    int[][] dots =
        DOT.matcher(path)
            .results()
            .map(dot -> new int[] {Integer.parseInt(dot.group(1)), Integer.parseInt(dot.group(2))})
            .sorted(Comparator.comparingInt(dot -> dot[0]))
            .toArray(int[][]::new);
    StringBuilder text = new StringBuilder();
    int[] from = {0, 0};
    for (int[] dot : dots) {
      int down = dot[1] - from[1];
      text.append(text.isEmpty() ? 'M' : 'm').append(dot[0] - from[0]);
      text.append(down < 0 ? "" : " ").append(down).append("h0");
      from = dot;
    }
    return text.toString();
  }

  /** Leaves out the end of each group that the next one goes on with. */
  private static String merged(String svg) {
    Deque<String> open = new ArrayDeque<>();
    return GROUP.matcher(svg).replaceAll(tags -> Matcher.quoteReplacement(kept(tags, open)));
  }

  private static String kept(MatchResult tags, Deque<String> open) {
    boolean ends = tags.group(2) == null || tags.group(1) != null;
    String ended = ends ? open.pop() : "";
    if (tags.group(2) != null) {
      open.push(tags.group(2));
    }
    return ended.equals(tags.group(2)) ? "" : tags.group();
  }
}
