package org.jansenrit.core.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jansenrit.core.file.Json;
import org.jansenrit.core.file.WholeFile;

/**
 * The figures that a program reached, beside those that it was asked to reach, for its {@code
 * results.json}; immutable.
 *
 * <pre>{@code
 * Results.of("SbiBenchmark", "full")
 *     .figure("two_moons/c2st/one-round", 0.74, "1", 0.75, "<=")
 *     .figure("time", 118.2, "s")
 *     .save(Path.of("results.json"))
 * }</pre>
 *
 * <p>Date (UTC), machine and JDK are added.
 */
public final class Results {
  private final String program;
  private final String size;
  private final LocalDate date;
  private final List<Entry> entries;

  private Results(String program, String size, LocalDate date, List<Entry> entries) {
    this.program = program;
    this.size = size;
    this.date = date;
    this.entries = List.copyOf(entries);
  }

  /**
   * Starts results without figures, made today.
   *
   * @param program name of the class that ran
   * @param size how large the run was: {@code "full"}, {@code "small"}
   * @return results of this machine
   * @throws IllegalArgumentException if either is blank
   */
  public static Results of(String program, String size) {
    Checks.label("program", program);
    Checks.label("size of " + program, size);
    return new Results(program, size, LocalDate.now(ZoneOffset.UTC), List.of());
  }

  /**
   * Adds a figure that was not asked for.
   *
   * @param name what it is of, unlike any other: {@code "two_moons/c2st/one-round"}
   * @param value what was measured; finite
   * @param unit {@code "1"} for a number without one
   * @return these with one more figure
   * @throws IllegalArgumentException if the value is not finite, the unit is blank, or there is a
   *     figure of this name
   */
  public Results figure(String name, double value, String unit) {
    return with(new Entry(name, value, unit, Optional.empty(), ""));
  }

  /**
   * Adds a figure that was asked for.
   *
   * @param name what it is of, unlike any other
   * @param value what was measured; finite
   * @param unit of both numbers; {@code "1"} for numbers without one
   * @param asked what was to be reached
   * @param comparison what the value is to be to it: one of {@code <}, {@code <=}, {@code >=},
   *     {@code >}
   * @return these with one more figure
   * @throws IllegalArgumentException if a number is not finite, the unit is blank, the comparison
   *     is none of these, or there is a figure of this name
   */
  public Results figure(String name, double value, String unit, double asked, String comparison) {
    return with(new Entry(name, value, unit, Optional.of(new Goal(name, asked, comparison)), ""));
  }

  /**
   * Adds a note to a figure, such as what limits it where it misses; further notes follow the
   * first.
   *
   * @param name of a figure that was added before
   * @param text what the reader should know
   * @return these with one more note
   * @throws IllegalArgumentException if there is no such figure
   */
  public Results note(String name, String text) {
    if (!has(name)) {
      throw new IllegalArgumentException(
          "note on '" + name + "': there is no such figure, only " + names());
    }
    var noted = entries.stream().map(e -> e.name().equals(name) ? e.noted(text) : e).toList();
    return new Results(program, size, date, noted);
  }

  /** {@return the names of the figures that miss what was asked, in order} */
  public List<String> missed() {
    return entries.stream().filter(e -> "no".equals(e.met())).map(Entry::name).toList();
  }

  /** {@return the figures as a table, to print or to set into a report} */
  public Table table() {
    Table table = Table.of("figure", "value", "unit", "asked", "met", "note");
    for (Entry entry : entries) {
      table = table.row(entry.cells());
    }
    return table;
  }

  /** {@return the content of {@code results.json}} */
  public String toJson() {
    return """
        {"program": %s,
         "date": %s,
         "machine": %s,
         "jdk": %s,
         "size": %s,
         "figures": [%s]}
        """
        .formatted(
            Json.string(program),
            Json.string(date.toString()),
            Json.string(Machine.describe()),
            Json.string(System.getProperty("java.version")),
            Json.string(size),
            figures());
  }

  private String figures() {
    return entries.isEmpty()
        ? ""
        : entries.stream().map(Entry::toJson).collect(Collectors.joining(",\n  ", "\n  ", "\n "));
  }

  /**
   * Writes the file in UTF-8, whole or not at all, over what was there.
   *
   * @param path in a directory that is there
   * @throws java.io.UncheckedIOException if it cannot be written; the message names the path
   */
  public void save(Path path) {
    WholeFile.write(path, toJson());
  }

  private Results with(Entry entry) {
    if (has(entry.name())) {
      throw new IllegalArgumentException("there is a figure '" + entry.name() + "' already");
    }
    var more = new ArrayList<>(entries);
    more.add(entry);
    return new Results(program, size, date, more);
  }

  private boolean has(String name) {
    return names().contains(name);
  }

  private List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /** {@return one line: program, size, number of figures and of those that miss} */
  @Override
  public String toString() {
    return "Results[%s, %s, %d %s, %d missed]"
        .formatted(
            program,
            size,
            entries.size(),
            entries.size() == 1 ? "figure" : "figures",
            missed().size());
  }

  /** What was to be reached. */
  private record Goal(double asked, String comparison) {
    private static final List<String> COMPARISONS = List.of("<", "<=", ">=", ">");

    Goal(String name, double asked, String comparison) {
      this(Checks.finite("figure '" + name + "'", "asked", asked), comparison);
      if (!COMPARISONS.contains(comparison)) {
        throw new IllegalArgumentException(
            "figure '%s': comparison must be one of %s, but was '%s'"
                .formatted(name, COMPARISONS, comparison));
      }
    }

    boolean isMetBy(double value) {
      return switch (comparison) {
        case "<" -> value < asked;
        case "<=" -> value <= asked;
        case ">=" -> value >= asked;
        default -> value > asked;
      };
    }
  }

  /** A figure; its note may be empty. */
  private record Entry(String name, double value, String unit, Optional<Goal> goal, String note) {
    Entry {
      Checks.label("name of a figure", name);
      Checks.finite("figure '" + name + "'", "value", value);
      Checks.label("unit of figure '" + name + "'", unit);
    }

    Entry noted(String text) {
      return new Entry(name, value, unit, goal, note.isEmpty() ? text : note + " " + text);
    }

    String met() {
      return goal.map(g -> g.isMetBy(value) ? "yes" : "no").orElse("");
    }

    String[] cells() {
      String asked = goal.map(g -> g.comparison() + " " + Json.number(g.asked())).orElse("");
      return new String[] {name, rounded(), unit, asked, met(), note};
    }

    /** Four digits are enough to read; the file has all of them. */
    private String rounded() {
      return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    String toJson() {
      return "{\"name\": %s, \"value\": %s, \"unit\": %s%s%s}"
          .formatted(
              Json.string(name),
              Json.number(value),
              Json.string(unit),
              goal.map(Entry::goalJson).orElse(""),
              note.isEmpty() ? "" : ", \"note\": " + Json.string(note));
    }

    private static String goalJson(Goal goal) {
      return ", \"asked\": %s, \"comparison\": %s"
          .formatted(Json.number(goal.asked()), Json.string(goal.comparison()));
    }
  }
}
