package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jansenrit.core.quantity.Frequency;

/**
 * Which channels of a file become a recording, which has one sampling rate: those of the wanted
 * rate or, if none is wanted, all, which must then have one.
 *
 * @param wanted the rate that was asked for
 */
record RateChoice(Optional<Frequency> wanted) {
  private static final double EQUAL = 1e-9;

  /**
   * Returns the chosen channels, in order.
   *
   * @throws IOException if the rates differ and none is wanted, or no channel has the wanted one
   */
  <C> List<C> choose(
      Path file, List<C> channels, Function<C, Frequency> rate, Function<C, String> name)
      throws IOException {
    Map<Frequency, List<C>> byRate =
        channels.stream()
            .collect(Collectors.groupingBy(rate, LinkedHashMap::new, Collectors.toList()));
    if (wanted.isEmpty() && byRate.size() == 1) {
      return channels;
    }
    for (Map.Entry<Frequency, List<C>> entry : byRate.entrySet()) {
      if (wanted.isPresent() && isEqual(entry.getKey(), wanted.get())) {
        return entry.getValue();
      }
    }
    String rates =
        byRate.entrySet().stream()
            .map(entry -> named(entry.getValue(), name) + " at " + entry.getKey())
            .collect(Collectors.joining("; "));
    throw new IOException(file + ": " + rule(byRate.keySet().iterator().next()) + ": " + rates);
  }

  private String rule(Frequency example) {
    return wanted.isPresent()
        ? "no channel is sampled at " + wanted.get()
        : "sampling rates differ between channels; choose one by Recording.read(file, hz("
            + example.toString().replace(" Hz", "")
            + "))";
  }

  private static boolean isEqual(Frequency a, Frequency b) {
    return Math.abs(a.hertz() - b.hertz()) <= EQUAL * b.hertz();
  }

  private static <C> String named(List<C> channels, Function<C, String> name) {
    String first = channels.stream().limit(3).map(name).collect(Collectors.joining(", "));
    return channels.size() > 3 ? channels.size() + " channels (" + first + ", ...)" : first;
  }
}
