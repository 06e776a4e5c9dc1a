package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the header of an EDF or BDF file says, once it agrees with the size of the file.
 *
 * @param bytesPerSample 2 for EDF, 3 for BDF
 * @param discontinuous whether there may be gaps between data records (EDF+D)
 * @param records the number of data records
 * @param counted whether the header left that number open, and the size of the file says it
 * @param duration of a data record, in s
 * @param signals all signals, annotations among them
 * @see <a href="https://doi.org/10.1016/0013-4694(92)90009-7">EDF: Kemp et al. (1992)</a>
 * @see <a href="https://doi.org/10.1016/S1388-2457(03)00123-8">EDF+: Kemp &amp; Olivan (2003)</a>
 */
record EdfHeader(
    int bytesPerSample,
    boolean discontinuous,
    long records,
    boolean counted,
    double duration,
    List<EdfSignal> signals) {
  /** The length of the part that does not depend on the number of signals. */
  static final int FIXED = 256;

  static final int DURATION = 244;

  private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8L;
  private static final int HEADER_BYTES = 184;
  private static final int RESERVED = 192;
  private static final int RECORDS = 236;
  private static final int SIGNALS = 252;
  private static final String BIOSEMI = "\u00ffBIOSEMI";

  /** Reads a header. */
  static EdfHeader read(DataFile file) throws IOException {
    try (DataFile.Pieces pieces = file.open()) {
      EdfFields fixed = fields(file, pieces, FIXED);
      int bytesPerSample = bytesPerSample(fixed);
      int signals = (int) fixed.whole("number of signals", SIGNALS, 4, 1, 9999);
      long length = FIXED * (signals + 1L);
      if (fixed.whole("length of the header", HEADER_BYTES, 8, 0, 99_999_999) != length) {
        throw fixed.wrong(
            "length of the header",
            HEADER_BYTES,
            8,
            "must be " + length + " bytes for " + signals + " signals");
      }
      return of(file, fields(file, pieces, (int) length), bytesPerSample, signals);
    }
  }

  private static EdfHeader of(DataFile file, EdfFields fields, int bytesPerSample, int signals)
      throws IOException {
    double duration = fields.number("duration of a data record", DURATION, 8);
    List<EdfSignal> list = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < signals; i++) {
      EdfSignal signal = EdfSignal.of(fields, signals, i, start, duration);
      list.add(signal);
      start += signal.samples();
    }
    boolean discontinuous = fields.text(RESERVED, 5).matches("[EB]DF\\+D");
    long declared = fields.whole("number of data records", RECORDS, 8, -1, 99_999_999);
    long records = records(file, fields, declared, start * bytesPerSample);
    for (EdfSignal signal : list) {
      if (records * signal.samples() > MOST_SAMPLES) {
        throw new IOException(
            file.path()
                + ", offset "
                + RECORDS
                + ": "
                + signal.label()
                + " has "
                + records * signal.samples()
                + " samples, but at most "
                + MOST_SAMPLES
                + " can be read");
      }
    }
    return new EdfHeader(bytesPerSample, discontinuous, records, declared < 0, duration, list);
  }

  private static EdfFields fields(DataFile file, DataFile.Pieces pieces, int length)
      throws IOException {
    if (file.size() < length) {
      throw new IOException(
          file.path()
              + ", offset "
              + file.size()
              + ": the file ends within the header of "
              + length
              + " bytes");
    }
    byte[] bytes = new byte[length];
    pieces.read(0, bytes, length);
    return new EdfFields(file.path(), bytes);
  }

  private static int bytesPerSample(EdfFields fields) throws IOException {
    return switch (fields.text(0, 8)) {
      case "0" -> 2;
      case BIOSEMI -> 3;
      default -> throw fields.wrong("version", 0, 8, "must be 0 (EDF) or the byte 255 and BIOSEMI");
    };
  }

  /** Returns how many records there are: as declared or, if that is -1, as fit the file. */
  private static long records(DataFile file, EdfFields fields, long declared, long recordBytes)
      throws IOException {
    long length = FIXED * (fields.whole("number of signals", SIGNALS, 4, 1, 9999) + 1);
    long found = (file.size() - length) / recordBytes;
    boolean whole = (file.size() - length) % recordBytes == 0;
    if (found < 1 || declared == 0) {
      throw fields.wrong("number of data records", RECORDS, 8, "there is no complete one");
    }
    if (!whole || (declared >= 0 && declared != found)) {
      throw fields.wrong(
          "number of data records",
          RECORDS,
          8,
          "the file has "
              + found
              + " of "
              + recordBytes
              + " bytes and, at offset "
              + (length + found * recordBytes)
              + ", "
              + (file.size() - length) % recordBytes
              + " bytes more. Was it cut, or changed without its header?");
    }
    return found;
  }

  /** Returns the length of the header, which is where the data start. */
  long length() {
    return FIXED * (signals.size() + 1L);
  }

  /** Returns the length of a data record, in bytes. */
  long recordBytes() {
    EdfSignal last = signals.get(signals.size() - 1);
    return (last.start() + last.samples()) * bytesPerSample;
  }

  /** Returns where the part of {@code signal} in data record {@code record} starts in the file. */
  long offset(long record, EdfSignal signal) {
    return length() + record * recordBytes() + signal.start() * bytesPerSample;
  }

  /** Returns whether the stored numbers have 24 bits, as those of BioSemi's recorders. */
  boolean isBdf() {
    return bytesPerSample == 3;
  }
}
