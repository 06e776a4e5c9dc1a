package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jansenrit.core.quantity.Frequency;

/**
 * What a BrainVision header says, versions 1.0 and 2.0.
 *
 * @param data the file with the values
 * @param markers the file with the events, if there is one
 * @param format how a number is stored
 * @param order in which order its bytes are; little endian unless {@code UseBigEndianOrder=YES}
 * @param vectorized whether values are stored channel after channel, not sample after sample
 * @param rate the sampling rate
 * @param samples the number of samples per channel, if the header says so
 * @param channels name, unit and scale of each channel
 * @see <a href="https://www.brainproducts.com/support-resources/brainvision-core-data-format-1-0/">
 *     BrainVision Core Data Format 1.0</a>
 */
record BrainVisionHeader(
    Path data,
    Optional<Path> markers,
    BinaryFormat format,
    ByteOrder order,
    boolean vectorized,
    Frequency rate,
    Optional<IniEntry> samples,
    List<BrainVisionChannel> channels) {
  private static final String COMMON = "Common Infos";
  private static final String BINARY = "Binary Infos";
  private static final int MOST_CHANNELS = 10_000;

  /** Reads a header. */
  static BrainVisionHeader read(Path file) throws IOException {
    IniFile header = IniFile.read(file, "Header");
    require(header.require(COMMON, "DataFormat"), "BINARY");
    Optional<IniEntry> type = header.find(COMMON, "DataType");
    if (type.isPresent()) {
      require(type.get(), "TIMEDOMAIN");
    }
    IniEntry count = header.require(COMMON, "NumberOfChannels");
    Optional<IniEntry> markers =
        header.find(COMMON, "MarkerFile").filter(entry -> !entry.value().isEmpty());
    return new BrainVisionHeader(
        beside(file, header.require(COMMON, "DataFile")),
        markers.isPresent() ? Optional.of(beside(file, markers.get())) : Optional.empty(),
        format(header.require(BINARY, "BinaryFormat")),
        order(header.find(BINARY, "UseBigEndianOrder")),
        vectorized(header.require(COMMON, "DataOrientation")),
        rate(header.require(COMMON, "SamplingInterval")),
        header.find(COMMON, "DataPoints"),
        BrainVisionChannel.all(header, count, (int) count.whole(1, MOST_CHANNELS)));
  }

  /** Returns how many bytes one sample of all channels takes. */
  int frame() {
    return channels.size() * format.bytes();
  }

  private static void require(IniEntry entry, String only) throws IOException {
    if (!entry.is(only)) {
      throw entry.wrong("only " + only + " can be read");
    }
  }

  /** Resolves the name of a file next to the header; $b stands for the header's own name. */
  private static Path beside(Path header, IniEntry entry) throws IOException {
    String name = String.valueOf(header.getFileName());
    String base = name.substring(0, name.length() - ".vhdr".length());
    try {
      return header.resolveSibling(entry.value().replace("$b", base));
    } catch (InvalidPathException e) {
      throw entry.wrong("that cannot be the name of a file");
    }
  }

  private static BinaryFormat format(IniEntry entry) throws IOException {
    try {
      return BinaryFormat.valueOf(entry.value().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw entry.wrong("only " + Arrays.toString(BinaryFormat.values()) + " can be read");
    }
  }

  private static ByteOrder order(Optional<IniEntry> bigEndian) throws IOException {
    if (bigEndian.isEmpty() || bigEndian.get().is("NO")) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    if (bigEndian.get().is("YES")) {
      return ByteOrder.BIG_ENDIAN;
    }
    throw bigEndian.get().wrong("it must be YES or NO");
  }

  private static boolean vectorized(IniEntry entry) throws IOException {
    if (!entry.is("VECTORIZED") && !entry.is("MULTIPLEXED")) {
      throw entry.wrong("only MULTIPLEXED and VECTORIZED can be read");
    }
    return entry.is("VECTORIZED");
  }

  private static Frequency rate(IniEntry interval) throws IOException {
    double micros = interval.number("the interval in microseconds", interval.value(), 1e-3, 1e12);
    return Frequency.hz(1e6 / micros);
  }
}
