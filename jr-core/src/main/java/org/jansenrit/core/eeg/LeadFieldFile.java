package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jansenrit.core.data.NumpyFile;

/** Gains computed elsewhere: channels x sources, in a table of text or an array of NumPy's. */
final class LeadFieldFile {
  private static final String CHANNELS = "ch_names";

  /** What a gain in this unit is in uV per nAm. */
  private static final Map<String, Double> UNITS =
      Map.of("uv/nam", 1.0, "v/am", 1e-3, "v/(am)", 1e-3, "v/(a*m)", 1e-3, "v/a/m", 1e-3);

  /** No dipole in a head gives more, in uV per nAm: some centimetres away it is about 1. */
  private static final double LARGEST = 50;

  /** Nor do all channels give less. */
  private static final double SMALLEST = 1e-5;

  private final Path file;
  private final double factor;
  private final String unit;

  private LeadFieldFile(Path file, double factor, String unit) {
    this.file = file;
    this.factor = factor;
    this.unit = unit;
  }

  /**
   * Reads a file.
   *
   * @param names the channels, where the file does not name them; else empty
   */
  static LeadField read(Path file, String unit, List<String> names) throws IOException {
    String known = unit.strip().toLowerCase(Locale.ROOT).replace('\u00b5', 'u').replace(" ", "");
    if (!UNITS.containsKey(known)) {
      throw new IllegalArgumentException(
          "gains are in uV/nAm or V/Am, but the unit was \"" + unit + "\"");
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    var reader = new LeadFieldFile(file, UNITS.get(known), unit);
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".npy") || name.endsWith(".npz")
        ? reader.arrays(NumpyFile.read(file), names)
        : reader.table(names);
  }

  private LeadField arrays(NumpyFile npz, List<String> given) throws IOException {
    List<String> names =
        given.isEmpty() && npz.names().contains(CHANNELS) ? npz.texts(CHANNELS) : given;
    String array = gains(npz);
    int[] shape = npz.shape(array);
    if (names.isEmpty()) {
      throw npz.wrong(array, "its channels have no names; give them, or add an array " + CHANNELS);
    }
    if (shape.length != 2 || shape[0] != names.size() || shape[1] == 0) {
      throw npz.wrong(
          array,
          "must be "
              + names.size()
              + " channels x sources, but has shape "
              + Arrays.toString(shape)
              + (shape.length == 2 && shape[1] == names.size() ? ". Is it transposed?" : ""));
    }
    double[] values = npz.numbers(array);
    double[][] rows = new double[shape[0]][];
    for (int c = 0; c < rows.length; c++) {
      rows[c] = Arrays.copyOfRange(values, c * shape[1], (c + 1) * shape[1]);
    }
    return field(names, rows);
  }

  /** The array "gains" or, if there is one besides the names only, that one. */
  private static String gains(NumpyFile npz) throws IOException {
    Set<String> names = npz.names();
    List<String> others = names.stream().filter(name -> !name.equals(CHANNELS)).toList();
    if (names.contains("gains") || others.size() != 1) {
      npz.shape("gains");
      return "gains";
    }
    return others.get(0);
  }

  /** One channel per line: its name, unless names are given, and a gain per source. */
  private LeadField table(List<String> given) throws IOException {
    List<String> names = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    String[] lines = IniText.read(file, "table of gains").split("\r?\n", -1);
    for (int k = 0; k < lines.length; k++) {
      String line = lines[k].strip();
      boolean header = rows.isEmpty() && names.isEmpty() && isHeader(line, given.isEmpty());
      if (!line.isEmpty() && !line.startsWith("#") && !header) {
        String[] cells = line.split("\\s*[,;\t]\\s*", -1);
        int first = given.isEmpty() ? 1 : 0;
        names.add(given.isEmpty() ? cells[0] : "");
        rows.add(row(cells, first, k + 1));
      }
    }
    return field(given.isEmpty() ? names : given, rows.toArray(double[][]::new));
  }

  /** A first line none of whose cells is a number. */
  private static boolean isHeader(String line, boolean named) {
    String[] cells = line.split("[,;\t]", -1);
    return Arrays.stream(cells).skip(named ? 1 : 0).noneMatch(LeadFieldFile::isNumber);
  }

  private static boolean isNumber(String cell) {
    try {
      return !Double.isNaN(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private double[] row(String[] cells, int first, int line) throws IOException {
    double[] row = new double[Math.max(0, cells.length - first)];
    for (int s = 0; s < row.length; s++) {
      String cell = cells[first + s];
      if (!isNumber(cell)) {
        throw new IOException(
            "%s, line %d, column %d: expected a gain in %s, but found \"%s\""
                .formatted(file, line, first + s + 1, unit, IniText.printable(cell)));
      }
      row[s] = Double.parseDouble(cell);
    }
    return row;
  }

  private LeadField field(List<String> names, double[][] rows) throws IOException {
    double largest = 0;
    for (double[] row : rows) {
      for (int s = 0; s < row.length; s++) {
        row[s] *= factor;
        largest = Math.max(largest, Math.abs(row[s]));
      }
    }
    if (largest > LARGEST || largest < SMALLEST) {
      throw new IOException(
          "%s: the largest gain, %.3g uV/nAm if the file has %s, is none of a head. Is the unit %s?"
              .formatted(file, largest, unit, factor == 1 ? "V/Am" : "uV/nAm"));
    }
    try {
      return LeadField.of(names, rows);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
