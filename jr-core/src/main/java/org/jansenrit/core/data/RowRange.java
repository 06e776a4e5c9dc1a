package org.jansenrit.core.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which of the simulations of a run are in a file.
 *
 * @param first the number of the first
 * @param total how many there are in the run
 * @param chunk how many there are in each file of the run but the last
 */
record RowRange(int first, int total, int chunk) {

  RowRange {
    if (total < 0
        || chunk < 1
        || first < 0
        || first % chunk != 0
        || first > Math.max(0, total - 1)) {
      throw new IllegalArgumentException(
          "no rows start at " + first + " of " + total + " in chunks of " + chunk);
    }
  }

  /** Returns the whole of a run, in one file. */
  static RowRange whole(int total) {
    return new RowRange(0, total, Math.max(1, total));
  }

  /** Returns the ranges of all files of a run. */
  static List<RowRange> all(int total, int chunk) {
    int files = Math.toIntExact((total + chunk - 1L) / chunk);
    return IntStream.range(0, files).mapToObj(k -> new RowRange(k * chunk, total, chunk)).toList();
  }

  /** Returns how many simulations are in this file. */
  int count() {
    return Math.min(chunk, total - first);
  }

  /** Refuses rows that do not start where those before them end. */
  void requireFirst(int expected) throws IOException {
    if (first != expected) {
      throw new IOException("expected it to start with row " + expected + ", but found " + this);
    }
  }

  /** Returns the name of the file that has these rows; names sort as rows do. */
  String fileName() {
    return "%010d.npz".formatted(first);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", first);
    json.put("total", total);
    json.put("chunk", chunk);
    return json;
  }

  static RowRange parse(JsonObject json) throws IOException {
    return new RowRange(json.count("first"), json.count("total"), json.count("chunk"));
  }

  @Override
  public String toString() {
    return "rows " + first + " to " + (first + count() - 1) + " of " + total;
  }
}
