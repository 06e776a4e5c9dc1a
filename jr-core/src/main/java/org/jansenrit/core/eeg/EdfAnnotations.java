package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads the annotations of an EDF+ or BDF+ file, and when its records were recorded. */
final class EdfAnnotations {
  private static final int SHOWN = 3;

  private final DataFile file;
  private final EdfHeader header;
  private final EdfTimeline timeline;
  private final List<Tal> tals = new ArrayList<>();

  private EdfAnnotations(DataFile file, EdfHeader header, int perRecord) {
    this.file = file;
    this.header = header;
    this.timeline = new EdfTimeline(header, perRecord);
  }

  /**
   * Reads all annotations.
   *
   * @param perRecord samples per record at the rate that events are counted in
   * @param notes gets a note if annotations are left out
   * @return breaks and annotations
   */
  static List<Event> read(DataFile file, EdfHeader header, int perRecord, List<String> notes)
      throws IOException {
    var annotations = new EdfAnnotations(file, header, perRecord);
    try (DataFile.Pieces pieces = file.open()) {
      annotations.read(pieces);
    }
    return annotations.events(perRecord / header.duration(), notes);
  }

  private void read(DataFile.Pieces pieces) throws IOException {
    List<EdfSignal> signals = header.signals().stream().filter(EdfSignal::isAnnotations).toList();
    if (signals.isEmpty() && header.discontinuous()) {
      throw new IOException(
          file.path() + ", offset 192: discontinuous (EDF+D), but no EDF Annotations say where");
    }
    for (long record = 0; record < header.records() && !signals.isEmpty(); record++) {
      for (int i = 0; i < signals.size(); i++) {
        read(pieces, record, signals.get(i), i == 0);
      }
    }
  }

  private void read(DataFile.Pieces pieces, long record, EdfSignal signal, boolean keepsTime)
      throws IOException {
    long offset = header.offset(record, signal);
    byte[] bytes = new byte[Math.toIntExact((long) signal.samples() * header.bytesPerSample())];
    pieces.read(offset, bytes, bytes.length);
    Tal.Place where = (at, rule) -> wrong(record, offset + at, rule);
    List<Tal> found = Tal.all(bytes, where);
    if (keepsTime && !found.isEmpty() && found.get(0).isTimeKeeping()) {
      timeline.add(found.get(0).onset(), where);
    } else if (keepsTime && header.discontinuous()) {
      throw where.wrong(0, "this record does not say when it starts, as EDF+D needs");
    } else if (keepsTime) {
      timeline.add();
    }
    tals.addAll(found);
  }

  private IOException wrong(long record, long offset, String rule) {
    return new IOException(
        file.path()
            + ", offset "
            + offset
            + " (annotations of data record "
            + (record + 1)
            + "): "
            + rule);
  }

  private List<Event> events(double rate, List<String> notes) {
    List<Event> events = new ArrayList<>(timeline.breaks());
    List<String> leftOut = new ArrayList<>();
    for (Tal tal : tals) {
      OptionalInt sample = timeline.sampleAt(tal.onset());
      // beyond int, the cast gives the largest one
      int duration = (int) Math.rint(tal.duration() * rate);
      for (String text : tal.texts()) {
        if (!text.isEmpty() && sample.isPresent()) {
          events.add(new Event("Annotation", text, sample.getAsInt(), duration));
        } else if (!text.isEmpty()) {
          leftOut.add(String.format(Locale.ROOT, "%s at %.6g s", text, tal.onset()));
        }
      }
    }
    if (!leftOut.isEmpty()) {
      notes.add(
          "left out "
              + leftOut.size()
              + " annotations from times that were not recorded: "
              + String.join(", ", leftOut.subList(0, Math.min(SHOWN, leftOut.size())))
              + (leftOut.size() > SHOWN ? ", ..." : ""));
    }
    return events;
  }
}
