package org.jansenrit.core.eeg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.file.WholeFile;
import org.jansenrit.core.quantity.Frequency;

/** Writes BrainVision, version 1.0: 32-bit floats, so that every value is kept exactly. */
final class BrainVisionWriter {
  private static final int CHUNK = 1 << 16;

  private final Recording recording;
  private final String name;

  private BrainVisionWriter(Recording recording, String name) {
    this.recording = recording;
    this.name = name;
  }

  /**
   * Writes {@code header} and, beside it, data and markers under the same name.
   *
   * @throws IllegalArgumentException if a name holds line breaks or other control characters
   */
  static void write(Recording recording, Path header) {
    String file = header.getFileName().toString();
    var writer = new BrainVisionWriter(recording, file.substring(0, file.length() - 5));
    byte[] headerText = writer.header().getBytes(StandardCharsets.UTF_8);
    byte[] markerText = writer.markers().getBytes(StandardCharsets.UTF_8);
    Map<Path, WholeFile.Content> files = new LinkedHashMap<>();
    files.put(header.resolveSibling(writer.name + ".eeg"), writer::data);
    files.put(header.resolveSibling(writer.name + ".vmrk"), out -> out.write(markerText));
    files.put(header, out -> out.write(headerText));
    WholeFile.write(files);
  }

  private String header() {
    var text = new StringBuilder("Brain Vision Data Exchange Header File Version 1.0\n\n");
    text.append("[Common Infos]\nCodepage=UTF-8\n");
    text.append("DataFile=").append(name).append(".eeg\n");
    text.append("MarkerFile=").append(name).append(".vmrk\n");
    text.append("DataFormat=BINARY\nDataOrientation=MULTIPLEXED\n");
    text.append("NumberOfChannels=").append(recording.channels().size()).append('\n');
    text.append("SamplingInterval=").append(interval(recording.rate())).append("\n\n");
    text.append("[Binary Infos]\nBinaryFormat=IEEE_FLOAT_32\n\n[Channel Infos]\n");
    List<String> channels = recording.channels();
    for (int c = 0; c < channels.size(); c++) {
      text.append("Ch").append(c + 1).append('=').append(escaped(channels.get(c)));
      text.append(",,1,").append(escaped(recording.unit(channels.get(c)))).append('\n');
    }
    return text.toString();
  }

  /** Returns the interval in microseconds that gives exactly the rate again, if there is one. */
  static double interval(Frequency frequency) {
    double rate = frequency.hertz();
    double interval = 1e6 / rate;
    for (double near : new double[] {Math.nextDown(interval), Math.nextUp(interval)}) {
      if (1e6 / interval != rate && 1e6 / near == rate) {
        interval = near;
      }
    }
    return interval;
  }

  private String markers() {
    var text = new StringBuilder("Brain Vision Data Exchange Marker File, Version 1.0\n\n");
    text.append("[Common Infos]\nCodepage=UTF-8\n");
    text.append("DataFile=").append(name).append(".eeg\n\n[Marker Infos]\n");
    int number = 1;
    for (Event event : recording.events()) {
      text.append("Mk").append(number++).append('=').append(escaped(event.type())).append(',');
      text.append(escaped(event.description())).append(',').append(event.sample() + 1);
      text.append(',').append(event.duration()).append(",0\n");
    }
    return text.toString();
  }

  /** A comma within a name is written as {@code \1}. */
  private static String escaped(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          IniText.printable(text) + " has control characters, which BrainVision cannot hold");
    }
    return text.replace(",", "\\1");
  }

  private void data(OutputStream out) throws IOException {
    int channels = recording.channels().size();
    int atOnce = Math.max(1, CHUNK / channels);
    for (int from = 0; from < recording.samples(); from += atOnce) {
      int count = Math.min(atOnce, recording.samples() - from);
      byte[] bytes = new byte[count * channels * Float.BYTES];
      FloatBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[][] values = recording.values(from, count);
      for (int k = 0; k < count; k++) {
        for (float[] channel : values) {
          buffer.put(channel[k]);
        }
      }
      out.write(bytes);
    }
  }
}
