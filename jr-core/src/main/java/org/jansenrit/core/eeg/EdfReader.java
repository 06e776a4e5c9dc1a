package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jansenrit.core.quantity.Frequency;

/**
 * Reads EDF, EDF+ (annotations; discontinuous, with an event at each break) and BDF (24 bits,
 * triggers on Status).
 */
final class EdfReader implements RecordingReader {

  @Override
  public Recording read(Path path, RateChoice rates) throws IOException {
    DataFile file = DataFile.of(path, "recording");
    EdfHeader header = EdfHeader.read(file);
    List<EdfSignal> signals = header.signals().stream().filter(s -> !s.isAnnotations()).toList();
    if (signals.isEmpty()) {
      throw new IOException(
          path + ", offset 256: the labels are those of annotations only, and of no signal");
    }
    List<EdfSignal> chosen = rates.choose(path, signals, EdfSignal::rate, EdfSignal::label);
    List<String> notes = notes(header, chosen);
    List<String> names = distinct(chosen, notes);
    int perRecord = chosen.get(0).samples();
    List<Event> events = EdfAnnotations.read(file, header, perRecord, notes);
    events.addAll(triggers(file, header, chosen.get(0).rate(), notes));
    return Recording.of(
        names,
        chosen.stream().map(EdfSignal::unit).toList(),
        chosen.get(0).rate(),
        new EdfStore(file, header, chosen),
        events,
        notes);
  }

  private static List<String> notes(EdfHeader header, List<EdfSignal> signals) {
    List<String> notes = new ArrayList<>();
    if (header.counted()) {
      notes.add(
          "the header leaves the number of data records open (-1); the file has "
              + header.records());
    }
    for (EdfSignal signal : signals) {
      if (signal.isInverted()) {
        notes.add(
            signal.label()
                + " has its physical minimum above its maximum: read as a negative gain, as EDF+"
                + " has it");
      }
    }
    return notes;
  }

  /** Numbers labels that are blank or not the first of their kind. */
  private static List<String> distinct(List<EdfSignal> signals, List<String> notes) {
    Set<String> names = new HashSet<>();
    List<String> list = new ArrayList<>();
    for (EdfSignal signal : signals) {
      String label = signal.label().isEmpty() ? "signal" : signal.label();
      String name = signal.label().isEmpty() ? "signal 1" : label;
      for (int i = 2; !names.add(name); i++) {
        name = label + " " + i;
      }
      if (!name.equals(signal.label())) {
        notes.add(
            signal.label().isEmpty()
                ? "a signal without a label is called " + name
                : "another signal labelled " + label + " is called " + name);
      }
      list.add(name);
    }
    return list;
  }

  private static List<Event> triggers(
      DataFile file, EdfHeader header, Frequency rate, List<String> notes) {
    Optional<EdfSignal> status =
        header.isBdf()
            ? header.signals().stream().filter(EdfSignal::isStatus).findFirst()
            : Optional.empty();
    if (status.isEmpty()) {
      return List.of();
    }
    double ratio = rate.hertz() / status.get().rate().hertz();
    return StatusTriggers.read(new EdfStore(file, header, List.of(status.get().raw())), notes)
        .stream()
        .map(event -> at(event, ratio))
        .toList();
  }

  /** Counts in samples of another rate. */
  private static Event at(Event event, double ratio) {
    return new Event(
        event.type(),
        event.description(),
        (int) (event.sample() * ratio),
        (int) (event.duration() * ratio));
  }
}
