package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A header or marker file of BrainVision: a line that says what it is, then sections of {@code
 * key=value}, comments that start with a semicolon, and free text from {@code [Comment]} on. Case
 * does not matter in the names of sections and keys.
 */
final class IniFile {
  private static final Pattern LINES = Pattern.compile("\r\n|\r|\n");

  private final Path file;
  private final Map<String, List<IniEntry>> sections = new LinkedHashMap<>();

  private IniFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param kind what the first line must name: {@code "Header"} or {@code "Marker"}
   * @throws IOException if it cannot be read, is of another kind or version, or has a line that is
   *     none of the above
   */
  static IniFile read(Path file, String kind) throws IOException {
    String[] lines = LINES.split(IniText.read(file, kind + " file"), -1);
    Pattern first =
        Pattern.compile(
            "Brain ?Vision Data Exchange " + kind + " File,? *Version [12]\\.0",
            Pattern.CASE_INSENSITIVE);
    if (!first.matcher(lines[0].strip()).matches()) {
      throw new IOException(
          file
              + ", line 1: expected \"BrainVision Data Exchange "
              + kind
              + " File Version 1.0\" or 2.0, but found \""
              + IniText.printable(lines[0])
              + "\"");
    }
    IniFile ini = new IniFile(file);
    ini.parse(lines);
    return ini;
  }

  /** Returns the entries of a section, in order; none if there is no such section. */
  List<IniEntry> entries(String section) {
    return sections.getOrDefault(Lookup.fold(section), List.of());
  }

  /**
   * Returns an entry.
   *
   * @throws IOException if the key is given twice
   */
  Optional<IniEntry> find(String section, String key) throws IOException {
    List<IniEntry> found =
        entries(section).stream().filter(e -> e.key().equalsIgnoreCase(key)).toList();
    if (found.size() > 1) {
      throw found.get(1).wrong("line " + found.get(0).line() + " says " + found.get(0).value());
    }
    return found.stream().findFirst();
  }

  /**
   * Returns an entry that must be there and not be blank.
   *
   * @throws IOException if it is missing, blank or given twice
   */
  IniEntry require(String section, String key) throws IOException {
    IniEntry entry =
        find(section, key)
            .orElseThrow(() -> new IOException(file + ": no " + key + " in [" + section + "]"));
    if (entry.value().isEmpty()) {
      throw entry.wrong("it must be given");
    }
    return entry;
  }

  private void parse(String[] lines) throws IOException {
    List<IniEntry> section = null;
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = Lookup.fold(line.substring(1, line.length() - 1));
        if (name.equals("comment")) {
          return;
        }
        section = sections.computeIfAbsent(name, unused -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith(";")) {
        add(section, i + 1, line);
      }
    }
  }

  private void add(List<IniEntry> section, int number, String line) throws IOException {
    int equals = line.indexOf('=');
    if (equals < 1 || section == null) {
      throw new IOException(
          file
              + ", line "
              + number
              + ": expected [section], key=value within a section, or ;comment, but found \""
              + IniText.printable(line)
              + "\"");
    }
    String key = line.substring(0, equals).strip();
    section.add(new IniEntry(file, number, key, line.substring(equals + 1).strip()));
  }
}
