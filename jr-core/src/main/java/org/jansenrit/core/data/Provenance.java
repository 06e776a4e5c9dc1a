package org.jansenrit.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What made a result: versions, seeds, model, drives, prior, platform.
 *
 * @param entries what was recorded, by name, in order
 */
public record Provenance(Map<String, String> entries) {
  /** Copies the entries, keeping their order. */
  public Provenance {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Returns the version of the library, the JDK and the platform. */
  public static Provenance here() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("jr", version == null ? "development" : version);
    entries.put("jdk", Runtime.version().toString());
    entries.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return new Provenance(entries);
  }

  /** Returns this provenance with one more entry. */
  public Provenance with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(entries);
    more.put(name, String.valueOf(value));
    return new Provenance(more);
  }

  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
