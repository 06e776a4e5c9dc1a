package org.jansenrit.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What made a result: versions, seeds, model, drives, prior, platform.
 *
 * @param entries what was recorded, by name, in order; copied
 */
public record Provenance(Map<String, String> entries) {
  /** What results do not depend on. */
  private static final Set<String> MACHINE = Set.of("jdk", "platform");

  private static final String ALTERNATIVE = " | ";

  /**
   * Creates a record of what was done.
   *
   * @param entries by name, in order; copied
   */
  public Provenance {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** {@return the version of the library, the JDK and the platform} */
  public static Provenance here() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("jr", version == null ? "development" : version);
    entries.put("jdk", Runtime.version().toString());
    entries.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return new Provenance(entries);
  }

  /**
   * {@return this provenance with one more entry}
   *
   * @param name what is recorded: {@code "seed"}; an entry of this name is replaced
   * @param value whose text is recorded
   */
  public Provenance with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(entries);
    more.put(name, String.valueOf(value));
    return new Provenance(more);
  }

  /** Returns the entries that results depend on: all but those of the machine. */
  Map<String, String> work() {
    Map<String, String> work = new LinkedHashMap<>(entries);
    work.keySet().removeAll(MACHINE);
    return work;
  }

  /** Returns this provenance with what {@code other} has in an entry beside what this has. */
  Provenance beside(Provenance other) {
    Map<String, String> both = new LinkedHashMap<>(entries);
    other.entries.forEach(
        (name, value) ->
            both.merge(name, value, (a, b) -> isAmong(b, a) ? a : a + ALTERNATIVE + b));
    return new Provenance(both);
  }

  private static boolean isAmong(String value, String alternatives) {
    return List.of(alternatives.split(Pattern.quote(ALTERNATIVE))).contains(value);
  }

  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
