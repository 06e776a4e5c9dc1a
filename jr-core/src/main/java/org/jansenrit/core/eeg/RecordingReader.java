package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads one kind of file. Whatever is wrong with the file is an {@link IOException}. */
interface RecordingReader {

  /** Returns the recording in {@code file}, of the channels that {@code rates} chooses. */
  Recording read(Path file, RateChoice rates) throws IOException;

  /** Returns the reader for the ending of {@code file}'s name. */
  static RecordingReader of(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vhdr")) {
      return new BrainVisionReader();
    }
    if (name.endsWith(".edf") || name.endsWith(".bdf")) {
      return new EdfReader();
    }
    throw new IOException(file + refusal(name));
  }

  private static String refusal(String name) {
    if (name.endsWith(".eeg") || name.endsWith(".vmrk")) {
      return ": is a part of a BrainVision recording; read its header, which ends in .vhdr";
    }
    if (name.endsWith(".fif") || name.endsWith(".fif.gz")) {
      return ": is no recording that can be read here; Fif.evoked reads averages and"
          + " Fif.covariance covariances";
    }
    return ": cannot be read; files that can are EDF (.edf), BDF (.bdf) and BrainVision headers"
        + " (.vhdr)";
  }
}
