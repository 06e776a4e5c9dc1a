package org.jansenrit.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A header and rows of text; immutable. Columns of numbers stand at the right.
 *
 * <pre>{@code
 * Table.of("parameter", "unit", "mean").row("A", "mV", "3.25")
 * }</pre>
 */
public final class Table {
  private static final String NUMBER =
      "[<>≤≥≈~]? ?[-+−]?(\\d[\\d,]*\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?( ?%)?";
  private static final Pattern NUMERIC = Pattern.compile(NUMBER + "( ?± ?" + NUMBER + ")?");
  private static final Pattern FILLER = Pattern.compile("|-|–|—|NaN|[-+]?Infinity|n/a");

  private final List<String> header;
  private final List<List<String>> rows;

  private Table(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.rows = List.copyOf(rows);
  }

  /**
   * Starts a table without rows.
   *
   * @param header the names of the columns, with units
   * @return a table with a header only
   * @throws IllegalArgumentException if there is no column
   */
  public static Table of(String... header) {
    if (header.length == 0) {
      throw new IllegalArgumentException("a table needs at least one column");
    }
    return new Table(cells(header), List.of());
  }

  /**
   * Adds a row; line breaks within a cell become spaces.
   *
   * @param cells one per column
   * @return this with one more row
   * @throws IllegalArgumentException if the number of cells is not that of the header
   */
  public Table row(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "row %d: expected %d cells %s, but got %d: %s"
              .formatted(rows.size() + 1, header.size(), header, cells.length, cells(cells)));
    }
    var more = new ArrayList<>(rows);
    more.add(cells(cells));
    return new Table(header, more);
  }

  private static List<String> cells(String... cells) {
    return Stream.of(cells).map(cell -> cell.replaceAll("\\p{Cntrl}+", " ").strip()).toList();
  }

  /** {@return the names of the columns} */
  public List<String> header() {
    return header;
  }

  /** {@return the cells, row by row} */
  public List<List<String>> rows() {
    return rows;
  }

  /** Returns whether a column holds numbers, and nothing but numbers and gaps. */
  boolean isNumeric(int column) {
    var cells = rows.stream().map(row -> row.get(column)).toList();
    return cells.stream().anyMatch(cell -> NUMERIC.matcher(cell).matches())
        && cells.stream()
            .allMatch(cell -> NUMERIC.matcher(cell).matches() || FILLER.matcher(cell).matches());
  }

  /** {@return plain text with aligned columns, one line per row, for a console} */
  @Override
  public String toString() {
    int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
    var lines = new ArrayList<String>();
    lines.add(line(header, widths));
    lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row, widths)));
    return String.join("\n", lines);
  }

  /** Returns the letters of the widest cell of a column, its header included. */
  int width(int column) {
    int widest = rows.stream().mapToInt(row -> letters(row.get(column))).max().orElse(0);
    return Math.max(letters(header.get(column)), widest);
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> padded(cells.get(column), widths[column], isNumeric(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - letters(cell));
    return right ? space + cell : cell + space;
  }

  // not length(): a letter outside the basic plane counts twice there
  private static int letters(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
