package org.jansenrit.core.eeg;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each marker occurs, in words. */
final class Markers {
  private static final int SHOWN = 3;

  private Markers() {}

  /** Returns the number of events of each marker, in order of first appearance. */
  static Map<String, Integer> counts(Collection<Event> events) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    events.forEach(event -> counts.merge(event.marker(), 1, Integer::sum));
    return counts;
  }

  /** Returns all markers, most frequent first: {@code "80 square, 74 rt, 1 New Segment"}. */
  static String all(Collection<Event> events) {
    return text(events, Integer.MAX_VALUE);
  }

  /** Returns the most frequent markers. */
  static String shown(Collection<Event> events) {
    return text(events, SHOWN);
  }

  private static String text(Collection<Event> events, int limit) {
    if (events.isEmpty()) {
      return "no events";
    }
    List<String> words =
        counts(events).entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .toList();
    return words.stream().limit(limit).collect(Collectors.joining(", "))
        + (words.size() > limit ? ", ..." : "");
  }
}
