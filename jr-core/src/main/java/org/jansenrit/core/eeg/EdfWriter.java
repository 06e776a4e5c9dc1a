package org.jansenrit.core.eeg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes EDF+: 16 bits per value, over the range of each channel; whole numbers are kept exactly.
 * Events become annotations, breaks the annotation {@code boundary}.
 */
final class EdfWriter {
  private static final int CHUNK = 1 << 16;
  private static final int LABEL = 16;
  private static final int NUMBER = 8;
  private static final String ANNOTATIONS = "EDF Annotations";

  private final Recording recording;
  private final EdfRecords records;
  private final List<EdfRange> ranges;
  private final List<byte[]> annotations;

  /**
   * Prepares to write.
   *
   * @throws IllegalArgumentException if a name, a unit, a value, an event or the rate cannot be
   *     said in EDF+
   */
  EdfWriter(Recording recording) {
    this.recording = recording;
    this.records =
        EdfRecords.of(recording.samples(), recording.channels().size(), recording.rate());
    for (String channel : recording.channels()) {
      requireAscii("channel", channel, LABEL);
      requireAscii("unit of " + channel, recording.unit(channel), NUMBER);
    }
    this.ranges = ranges();
    this.annotations = annotations();
  }

  private static void requireAscii(String what, String text, int longest) {
    if (text.length() > longest || !US_ASCII.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          what
              + " "
              + text
              + " must have at most "
              + longest
              + " ASCII characters in EDF; save as .vhdr");
    }
  }

  /** Looks at all channels at once: their samples may stand together in the file. */
  private List<EdfRange> ranges() {
    List<Values> all = recording.channels().stream().map(Values::new).toList();
    int atOnce = Math.max(1, CHUNK / all.size());
    for (int from = 0; from < recording.samples(); from += atOnce) {
      float[][] values = recording.values(from, Math.min(atOnce, recording.samples() - from));
      for (int c = 0; c < values.length; c++) {
        all.get(c).add(values[c], from);
      }
    }
    return all.stream().map(Values::range).toList();
  }

  /** Which values a channel has. */
  private static final class Values {
    private final String channel;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean areWhole = true;

    Values(String channel) {
      this.channel = channel;
    }

    void add(float[] values, int from) {
      for (int k = 0; k < values.length; k++) {
        if (!Float.isFinite(values[k])) {
          throw new IllegalArgumentException(
              channel
                  + " is "
                  + values[k]
                  + " at sample "
                  + (from + k)
                  + ", which EDF cannot hold; save as .vhdr");
        }
        least = Math.min(least, values[k]);
        greatest = Math.max(greatest, values[k]);
        areWhole &= values[k] == Math.rint(values[k]);
      }
    }

    EdfRange range() {
      return EdfRange.of(channel, least, greatest, areWhole);
    }
  }

  /** Returns the annotations of each record, all of one length. */
  private List<byte[]> annotations() {
    List<ByteArrayOutputStream> lists = new ArrayList<>();
    for (int r = 0; r < records.count(); r++) {
      var list = new ByteArrayOutputStream();
      list.writeBytes(ascii("+" + seconds((long) r * records.samples()) + "\u0014\u0014\0"));
      lists.add(list);
    }
    for (Event event : recording.events()) {
      lists.get(event.sample() / records.samples()).writeBytes(annotation(event));
    }
    int longest = lists.stream().mapToInt(ByteArrayOutputStream::size).max().orElseThrow();
    int even = longest + longest % 2;
    return lists.stream().map(list -> Arrays.copyOf(list.toByteArray(), even)).toList();
  }

  private byte[] annotation(Event event) {
    String text = event.isBreak() ? "boundary" : event.marker();
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      throw new IllegalArgumentException(event + " has control characters, which EDF+ cannot hold");
    }
    String duration = event.duration() == 0 ? "" : "\u0015" + seconds(event.duration());
    String list = "+" + seconds(event.sample()) + duration + "\u0014" + text + "\u0014\0";
    return list.getBytes(UTF_8);
  }

  /** Exact enough that no reader rounds to another sample. */
  private String seconds(long samples) {
    BigDecimal seconds = BigDecimal.valueOf(samples / recording.rate().hertz());
    String text = seconds.setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    return seconds.signum() == 0 ? "0" : text;
  }

  /** Writes header and data. */
  void writeTo(OutputStream out) throws IOException {
    out.write(header());
    int atOnce = Math.max(1, CHUNK / records.samples());
    byte[] bytes = new byte[2 * records.samples()];
    for (int first = 0; first < records.count(); first += atOnce) {
      int count = Math.min(atOnce, records.count() - first);
      float[][] values = recording.values(first * records.samples(), count * records.samples());
      for (int r = 0; r < count; r++) {
        for (int c = 0; c < values.length; c++) {
          encode(values[c], r * records.samples(), ranges.get(c), bytes);
          out.write(bytes);
        }
        out.write(annotations.get(first + r));
      }
    }
  }

  private static void encode(float[] values, int from, EdfRange range, byte[] bytes) {
    for (int k = 0; k < bytes.length / 2; k++) {
      int number = range.digital(values[from + k]);
      bytes[2 * k] = (byte) number;
      bytes[2 * k + 1] = (byte) (number >> 8);
    }
  }

  private byte[] header() {
    int signals = recording.channels().size() + 1;
    var out = new ByteArrayOutputStream();
    field(out, "0", 8);
    field(out, "X X X X", 80);
    field(out, "Startdate X X X X", 80);
    field(out, "01.01.8500.00.00", 16); // EDF+ has this date where none is known
    field(out, String.valueOf(EdfHeader.FIXED * (signals + 1)), NUMBER);
    field(out, "EDF+C", 44);
    field(out, String.valueOf(records.count()), NUMBER);
    field(out, records.duration(), NUMBER);
    field(out, String.valueOf(signals), 4);
    fields(out, i -> recording.channels().get(i), ANNOTATIONS, LABEL);
    fields(out, i -> "", "", 80);
    fields(out, i -> recording.unit(recording.channels().get(i)), "", NUMBER);
    fields(out, i -> ranges.get(i).lowText(), "-1", NUMBER);
    fields(out, i -> ranges.get(i).highText(), "1", NUMBER);
    String minimum = String.valueOf(EdfRange.DIGITAL_MINIMUM);
    fields(out, i -> minimum, minimum, NUMBER);
    String maximum = String.valueOf(EdfRange.DIGITAL_MAXIMUM);
    fields(out, i -> maximum, maximum, NUMBER);
    fields(out, i -> "", "", 80);
    String samples = String.valueOf(records.samples());
    fields(out, i -> samples, String.valueOf(annotations.get(0).length / 2), NUMBER);
    fields(out, i -> "", "", 32);
    return out.toByteArray();
  }

  /** Writes a field of each channel, and of the annotations after them. */
  private void fields(
      ByteArrayOutputStream out, IntFunction<String> text, String last, int length) {
    for (int i = 0; i < ranges.size(); i++) {
      field(out, text.apply(i), length);
    }
    field(out, last, length);
  }

  private static void field(ByteArrayOutputStream out, String text, int length) {
    out.writeBytes(ascii(text + " ".repeat(length - text.length())));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
