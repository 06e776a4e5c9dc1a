package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When the data records of a file were recorded: one after the other, with gaps where the file is
 * discontinuous.
 */
final class EdfTimeline {
  private final double duration;
  private final int perRecord;
  private final boolean discontinuous;
  private final List<Stretch> stretches = new ArrayList<>();
  private long records;

  /**
   * Records without a gap.
   *
   * @param start of the first, in s
   * @param first its number
   */
  private record Stretch(double start, long first) {}

  /**
   * Starts a timeline without records.
   *
   * @param perRecord samples per record at the rate that samples are counted in
   */
  EdfTimeline(EdfHeader header, int perRecord) {
    this.duration = header.duration();
    this.discontinuous = header.discontinuous();
    this.perRecord = perRecord;
  }

  /** Adds a record that follows the last one without a gap. */
  void add() {
    if (records == 0) {
      stretches.add(new Stretch(0, 0));
    }
    records++;
  }

  /**
   * Adds a record that starts at {@code start}, in s.
   *
   * @throws IOException if it starts before the last one ends, or after a gap in a file that is
   *     continuous
   */
  void add(double start, Tal.Place where) throws IOException {
    double late = records == 0 ? 0 : start - end();
    double sample = duration / perRecord;
    if (late < -Math.max(sample, discontinuous ? 0 : duration / 2)) {
      throw where.wrong(
          0, "this record starts at " + start + " s, before the last one ends at " + end() + " s");
    }
    if (!discontinuous && late > duration / 2) {
      throw where.wrong(
          0,
          "this record starts at "
              + start
              + " s and the last one ends at "
              + end()
              + " s, but the header says that there are no gaps (EDF+C)");
    }
    if (records == 0 || (discontinuous && late > sample)) {
      stretches.add(new Stretch(start, records));
    }
    records++;
  }

  private double end() {
    Stretch last = stretches.get(stretches.size() - 1);
    return last.start() + (records - last.first()) * duration;
  }

  /** Returns the sample nearest to {@code time}, in s; none if nothing was recorded then. */
  OptionalInt sampleAt(double time) {
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Stretch stretch = stretches.get(i);
      double within = Math.rint((time - stretch.start()) * perRecord / duration);
      long end = i + 1 < stretches.size() ? stretches.get(i + 1).first() : records;
      if (within >= 0) {
        return within < (double) (end - stretch.first()) * perRecord
            ? OptionalInt.of((int) (stretch.first() * perRecord + (long) within))
            : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the breaks: an event at the first sample after each gap. */
  List<Event> breaks() {
    return stretches.stream()
        .skip(1)
        .map(s -> new Event("New Segment", "", (int) (s.first() * perRecord), 1))
        .toList();
  }
}
