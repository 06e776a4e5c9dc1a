package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A channel of a FIF file.
 *
 * @param name in full
 * @param shortName its first 15 bytes, by which lists of bad channels call it
 * @param isEeg whether it is EEG, not a magnetometer, an EOG, a trigger
 * @param scale what stored numbers are multiplied by to be in uV, if it is EEG
 */
record FifChannel(String name, String shortName, boolean isEeg, double scale) {
  private static final int CHANNELS = 200;
  private static final int CHANNEL = 203;
  private static final int LONG_NAMES = 113;
  private static final int LONG_NAME = 258;

  private static final int SIZE = 96;
  private static final int KIND = 8;
  private static final int CALIBRATION = 16;
  private static final int UNIT = 72;
  private static final int NAME = 80;

  private static final int EEG = 2;
  private static final int VOLT = 107;
  private static final double MICROVOLTS = 1e6;

  /** Reads the channels that a block describes. */
  static List<FifChannel> all(FifBlock block) throws IOException {
    List<FifTag> tags = block.tags(CHANNEL);
    FifTag count = block.require(CHANNELS, "number of channels");
    if (count.whole() != tags.size() || tags.isEmpty()) {
      throw count.wrong("says " + count.whole() + " channels, but there are " + tags.size());
    }
    List<FifChannel> channels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<FifBlock> longNames = block.blocks(LONG_NAMES);
    for (FifTag tag : tags) {
      // names longer than 15 bytes stand in blocks of their own
      boolean isLong = longNames.size() == tags.size();
      FifBlock extra = isLong ? longNames.get(channels.size()) : null;
      FifTag name = extra == null ? null : extra.find(LONG_NAME).orElse(null);
      FifChannel channel = of(tag, name);
      if (channel.isEeg() && !names.add(channel.name())) {
        throw tag.wrong("is a second channel called " + IniText.printable(channel.name()));
      }
      channels.add(channel);
    }
    return channels;
  }

  private static FifChannel of(FifTag tag, FifTag longName) throws IOException {
    ByteBuffer data = tag.data();
    if (data.remaining() != SIZE) {
      throw tag.wrong("must be a channel of 96 bytes, but has " + data.remaining());
    }
    byte[] text = new byte[SIZE - NAME];
    data.duplicate().position(NAME).get(text);
    String shortName = beforeZero(IniText.utf8OrAnsi(text));
    String name = longName == null ? shortName : longName.text();
    boolean isEeg = data.getInt(KIND) == EEG;
    double calibration = data.getFloat(CALIBRATION);
    if (isEeg && !(Math.abs(calibration) > 0 && Double.isFinite(calibration))) {
      throw tag.wrong("(" + name + ") has a calibration of " + calibration);
    }
    if (isEeg && data.getInt(UNIT) != VOLT) {
      throw tag.wrong("(" + name + ") is EEG in unit " + data.getInt(UNIT) + ", not in V (107)");
    }
    return new FifChannel(name, shortName, isEeg, calibration * MICROVOLTS);
  }

  /** Returns whether this is one of {@code names}. */
  boolean isOneOf(List<String> names) {
    return names.contains(name) || names.contains(shortName);
  }

  private static String beforeZero(String text) {
    int zero = text.indexOf('\0');
    return (zero < 0 ? text : text.substring(0, zero)).strip();
  }
}
