package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads one kind of file. Whatever is wrong with the file is an {@link IOException}. */
interface RecordingReader {

  /** Returns the recording in {@code file}. */
  Recording read(Path file) throws IOException;

  /** Returns the reader for the ending of {@code file}'s name. */
  static RecordingReader of(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vhdr")) {
      return new BrainVisionReader();
    }
    boolean part = name.endsWith(".eeg") || name.endsWith(".vmrk");
    throw new IOException(
        file
            + (part
                ? ": is a part of a BrainVision recording; read its header, which ends in .vhdr"
                : ": cannot be read; files that can are BrainVision headers, ending in .vhdr"));
  }
}
