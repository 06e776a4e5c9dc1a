package org.jansenrit.core.eeg;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.quantity.Frequency;

/**
 * Something that happened during a recording: a stimulus, a response, a break.
 *
 * @param type the kind of event: {@code "Stimulus"}
 * @param description which of its kind: {@code "square"}; may be blank
 * @param sample when it starts, counted from 0 at the first sample of the recording; not negative
 * @param duration how long it lasts, in samples; 0 if it has no length, or none is known; not
 *     negative
 */
public record Event(String type, String description, int sample, int duration) {

  /**
   * Creates an event.
   *
   * @param type the kind of event
   * @param description which of its kind
   * @param sample when it starts, counted from 0
   * @param duration how long it lasts, in samples
   * @throws IllegalArgumentException if {@code sample} or {@code duration} is negative
   */
  public Event {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description; give \"\" for none");
    if (sample < 0 || duration < 0) {
      throw new IllegalArgumentException(
          "event "
              + type
              + " "
              + description
              + ": sample and duration must not be negative, but were "
              + sample
              + " and "
              + duration);
    }
  }

  /**
   * {@return a stimulus at {@code sample}, one sample long}
   *
   * @param description which stimulus: {@code "square"}
   * @param sample counted from 0 at the first sample of the recording
   */
  public static Event stimulus(String description, int sample) {
    return new Event("Stimulus", description, sample, 1);
  }

  /**
   * {@return the stimuli of a simulation, for {@code Recording.of(series, events)}}
   *
   * @param description which stimulus: {@code "square"}
   * @param onsets when they come, from the start of the recording
   * @param rate the sampling rate of the recording
   * @throws IllegalArgumentException if an onset is before the recording or between two samples
   */
  public static List<Event> stimuli(String description, Onsets onsets, Frequency rate) {
    int first = onsets.first().multipleOf(rate.period(), "first onset");
    int period =
        onsets.count() == 1 ? 0 : onsets.period().multipleOf(rate.period(), "period of the onsets");
    return IntStream.range(0, onsets.count())
        .mapToObj(i -> stimulus(description, first + i * period))
        .toList();
  }

  /**
   * {@return what the event is found by: its description or, if that is blank, its type; trimmed}
   */
  public String marker() {
    return (description.isBlank() ? type : description).strip();
  }

  /**
   * Returns whether time jumps here: a new segment of a BrainVision file, or a boundary of EEGLAB.
   */
  boolean isBreak() {
    String kind = type.strip().toLowerCase(Locale.ROOT);
    return kind.equals("new segment")
        || kind.equals("boundary")
        || marker().equalsIgnoreCase("boundary");
  }

  @Override
  public String toString() {
    return Stream.of(type.strip(), description.strip(), "at sample " + sample)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" ", "Event[", "]"));
  }
}
