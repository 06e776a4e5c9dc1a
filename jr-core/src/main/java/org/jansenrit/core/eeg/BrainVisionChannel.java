package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of [Channel Infos]: {@code Ch1=Fp1,,0.5,uV}, which is name, reference, resolution, unit.
 *
 * @param name with its commas
 * @param unit the unit of the values once multiplied by {@code scale}
 * @param scale what stored numbers are multiplied by; resolution times the factor of the unit
 */
record BrainVisionChannel(String name, String unit, double scale) {
  private static final Pattern KEY = Pattern.compile("ch(\\d{1,9})", Pattern.CASE_INSENSITIVE);
  private static final double SMALLEST = 1e-30;
  private static final double LARGEST = 1e30;

  /**
   * Reads all channels.
   *
   * @param count how many there must be
   * @throws IOException if one is missing, is there twice or is not among them
   */
  static List<BrainVisionChannel> all(IniFile header, IniEntry numberOfChannels, int count)
      throws IOException {
    BrainVisionChannel[] channels = new BrainVisionChannel[count];
    Set<String> names = new HashSet<>();
    for (IniEntry entry : header.entries("Channel Infos")) {
      int place = place(entry, count);
      if (channels[place] != null) {
        throw entry.wrong("this channel has been given before");
      }
      channels[place] = of(entry);
      if (!names.add(channels[place].name())) {
        throw entry.wrong("another channel has this name");
      }
    }
    return complete(channels, numberOfChannels);
  }

  private static BrainVisionChannel of(IniEntry entry) throws IOException {
    String[] fields = entry.fields();
    if (fields[0].isEmpty()) {
      throw entry.wrong("a channel must have a name");
    }
    // both may be left out: resolution 1 and uV, as Vision Analyzer and EEGLAB write floats
    String given = fields.length > 2 ? fields[2] : "";
    double resolution = given.isEmpty() ? 1 : entry.number("resolution", given, SMALLEST, LARGEST);
    PhysicalUnit unit = PhysicalUnit.of(fields.length > 3 ? fields[3] : "");
    return new BrainVisionChannel(fields[0], unit.name(), resolution * unit.factor());
  }

  private static int place(IniEntry entry, int count) throws IOException {
    Matcher matcher = KEY.matcher(entry.key());
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (number < 1 || number > count) {
      throw entry.wrong("channels must be Ch1 to Ch" + count + ", as NumberOfChannels says");
    }
    return number - 1;
  }

  private static List<BrainVisionChannel> complete(
      BrainVisionChannel[] channels, IniEntry numberOfChannels) throws IOException {
    List<BrainVisionChannel> list = new ArrayList<>();
    for (BrainVisionChannel channel : channels) {
      if (channel == null) {
        throw numberOfChannels.wrong("[Channel Infos] has no Ch" + (list.size() + 1));
      }
      list.add(channel);
    }
    return list;
  }
}
