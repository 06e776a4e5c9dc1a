package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a BrainVision marker file: {@code Mk1=Stimulus,square,129,1,0}, which is type, description,
 * position from 1 on, length in samples, channel (0 for all).
 */
final class BrainVisionMarkers {
  private static final Pattern KEY = Pattern.compile("mk\\d+", Pattern.CASE_INSENSITIVE);

  private BrainVisionMarkers() {}

  /**
   * Returns the events, in the order of the file.
   *
   * @param samples the length of the recording
   * @throws IOException if a line is incomplete, or a marker is not within the recording
   */
  static List<Event> read(Path file, int samples) throws IOException {
    List<Event> events = new ArrayList<>();
    for (IniEntry entry : IniFile.read(file, "Marker").entries("Marker Infos")) {
      events.add(event(entry, samples));
    }
    return events;
  }

  private static Event event(IniEntry entry, int samples) throws IOException {
    String[] fields = entry.fields();
    if (!KEY.matcher(entry.key()).matches() || fields.length < 3) {
      throw entry.wrong("a marker must be Mk<number>=type,description,position,...");
    }
    // beyond the end, the data file has probably been cut at a whole sample
    int position = (int) entry.whole("the position", fields[2], 1, samples);
    String length = fields.length > 3 ? fields[3] : "";
    int duration =
        length.isEmpty() ? 0 : (int) entry.whole("the length", length, 0, Integer.MAX_VALUE);
    return new Event(fields[0], fields[1], position - 1, duration);
  }
}
