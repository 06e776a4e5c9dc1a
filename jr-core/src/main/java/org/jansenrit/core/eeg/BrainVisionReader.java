package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads BrainVision recordings: header versions 1.0 and 2.0, binary data as 16- or 32-bit integers
 * or 32-bit floats, in either orientation and byte order, with or without markers.
 */
final class BrainVisionReader implements RecordingReader {

  @Override
  public Recording read(Path file, RateChoice rates) throws IOException {
    BrainVisionHeader header = BrainVisionHeader.read(file);
    rates.choose(file, header.channels(), channel -> header.rate(), BrainVisionChannel::name);
    BrainVisionStore store = BrainVisionStore.of(header);
    List<Event> events =
        header.markers().isPresent()
            ? BrainVisionMarkers.read(header.markers().get(), store.samples())
            : List.of();
    return Recording.of(
        header.channels().stream().map(BrainVisionChannel::name).toList(),
        header.channels().stream().map(BrainVisionChannel::unit).toList(),
        header.rate(),
        store,
        events,
        List.of());
  }
}
