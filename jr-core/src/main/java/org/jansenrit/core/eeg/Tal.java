package org.jansenrit.core.eeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A time-stamped annotation list of EDF+: {@code +180<21>25.5<20>Lights off<20>Close door<20><0>},
 * which is onset, duration and annotations.
 *
 * @param onset in s from the start of the file
 * @param duration in s; 0 if none is given
 * @param texts the annotations; that which keeps the time of a record starts with an empty one
 */
record Tal(double onset, double duration, List<String> texts) {
  private static final char NEXT = 20;
  private static final char DURATION = 21;
  private static final Pattern ONSET = Pattern.compile("[+-]\\d+(\\.\\d*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d+(\\.\\d*)?");

  /**
   * Returns the lists in one signal of one record.
   *
   * @param where what to call the place of a byte in messages
   */
  static List<Tal> all(byte[] bytes, Place where) throws IOException {
    List<Tal> list = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      if (bytes[start] == 0) { // unused bytes at the end are zero
        start++;
        continue;
      }
      int end = start;
      while (end < bytes.length && bytes[end] != 0) {
        end++;
      }
      if (end == bytes.length || bytes[end - 1] != NEXT) {
        throw where.wrong(start, "an annotation list must end with the bytes 20 and 0");
      }
      list.add(one(bytes, start, end, where));
      start = end + 1;
    }
    return list;
  }

  /** Says where in a file something is wrong. */
  @FunctionalInterface
  interface Place {
    IOException wrong(int at, String rule);
  }

  private static Tal one(byte[] bytes, int start, int end, Place where) throws IOException {
    // Latin-1 keeps every byte, so that each text can be decoded by itself
    String[] parts = new String(bytes, start, end - start, ISO_8859_1).split("\u0014", -1);
    String[] times = parts[0].split(String.valueOf(DURATION), -1);
    boolean valid =
        ONSET.matcher(times[0]).matches()
            && (times.length == 1 || (times.length == 2 && LENGTH.matcher(times[1]).matches()));
    if (!valid) {
      throw where.wrong(
          start,
          "an annotation list must start with its onset, +seconds or -seconds, and perhaps its"
              + " duration, but starts with "
              + IniText.printable(parts[0]));
    }
    double onset = Double.parseDouble(times[0]);
    double duration = times.length == 2 ? Double.parseDouble(times[1]) : 0;
    if (!Double.isFinite(onset) || !Double.isFinite(duration)) {
      throw where.wrong(start, "times must be finite, but are " + onset + " and " + duration);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) {
      // EDF+ says UTF-8, but some recorders' texts are not
      texts.add(IniText.utf8OrAnsi(parts[i].getBytes(ISO_8859_1)));
    }
    return new Tal(onset, duration, List.copyOf(texts));
  }

  /** Returns whether this is what keeps the time of a record. */
  boolean isTimeKeeping() {
    return !texts.isEmpty() && texts.get(0).isEmpty();
  }
}
