package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Reads the evoked responses of an {@code -ave.fif} file. */
final class FifEvoked {
  private static final int MEASUREMENT = 101;
  private static final int EVOKED = 104;
  private static final int ASPECT = 105;
  private static final int BAD_CHANNELS = 359;

  private static final int CHANNELS = 200;
  private static final int RATE = 201;
  private static final int COMMENT = 206;
  private static final int TRIALS = 207;
  private static final int FIRST_SAMPLE = 208;
  private static final int LAST_SAMPLE = 209;
  private static final int ASPECT_KIND = 210;
  private static final int SAMPLES = 228;
  private static final int FIRST_TIME = 229;
  private static final int DATA = 302;
  private static final int NAMES = 3507;

  private static final int AVERAGE = 100;
  private static final int STANDARD_ERROR = 101;
  private static final double ROUNDING = 1e-3; // samples
  private static final int MOST_SAMPLES = 1 << 28;

  private final FifBlock measurement;
  private final List<String> bads;

  private FifEvoked(FifBlock measurement, List<String> bads) {
    this.measurement = measurement;
    this.bads = bads;
  }

  /** Returns the evoked responses, in order. */
  static List<Evoked> read(FifBlock file) throws IOException {
    FifBlock measurement = file.block(MEASUREMENT, "measurement");
    List<FifBlock> lists = measurement.blocks(BAD_CHANNELS);
    Optional<FifTag> names = lists.isEmpty() ? Optional.empty() : lists.get(0).find(NAMES);
    var reader =
        new FifEvoked(
            measurement,
            names.isEmpty() ? List.of() : Arrays.asList(names.get().text().split(":", -1)));
    file.block(EVOKED, "evoked response; is this an -ave.fif file?");
    List<Evoked> list = new ArrayList<>();
    for (FifBlock evoked : file.blocks(EVOKED)) {
      for (FifBlock aspect : evoked.blocks(ASPECT)) {
        list.add(reader.evoked(evoked, aspect));
      }
    }
    return list;
  }

  private Evoked evoked(FifBlock evoked, FifBlock aspect) throws IOException {
    Optional<FifTag> comment = evoked.find(COMMENT);
    String name = comment.isEmpty() ? "" : comment.get().text();
    FifTag kind = aspect.require(ASPECT_KIND, "kind of average");
    if (kind.whole() == STANDARD_ERROR) {
      name = (name + " (standard error)").strip();
    } else if (kind.whole() != AVERAGE) {
      throw kind.wrong(
          "= "
              + kind.whole()
              + ", but only averages (100) and their standard errors (101) are read");
    }
    Optional<FifTag> count = aspect.find(TRIALS);
    int trials = count.isEmpty() ? 1 : count.get().whole("trials", 1, Integer.MAX_VALUE);
    // a response may have channels of its own
    boolean own = evoked.find(CHANNELS).isPresent();
    List<FifChannel> channels = FifChannel.all(own ? evoked : measurement);
    TimeSeries series = series(evoked, aspect, channels);
    return new Evoked(
        name,
        trials,
        series,
        channels.stream().filter(c -> c.isEeg() && c.isOneOf(bads)).map(FifChannel::name).toList(),
        channels.size() - series.channels().size());
  }

  private TimeSeries series(FifBlock evoked, FifBlock aspect, List<FifChannel> channels)
      throws IOException {
    FifTag rate = evoked.find(RATE).orElse(measurement.require(RATE, "sampling rate"));
    if (!(rate.number() > 0)) {
      throw rate.wrong("(sampling rate) = " + rate.number() + " Hz, but must be positive");
    }
    int samples = samples(evoked);
    int[] eeg = IntStream.range(0, channels.size()).filter(c -> channels.get(c).isEeg()).toArray();
    if (eeg.length == 0) {
      throw evoked.wrong("has no EEG channel among " + channels.size());
    }
    double[] values = values(aspect, channels.size(), samples);
    float[] kept = new float[eeg.length * samples];
    for (int i = 0; i < eeg.length; i++) {
      for (int k = 0; k < samples; k++) {
        double value = values[eeg[i] * samples + k];
        kept[i * samples + k] = (float) (value * channels.get(eeg[i]).scale());
      }
    }
    List<String> names = Arrays.stream(eeg).mapToObj(c -> channels.get(c).name()).toList();
    return TimeSeries.wrap(
            kept, names, samples, Frequency.hz(rate.number()), PhysicalUnit.MICROVOLT)
        .startingAt(start(evoked, rate.number()));
  }

  private static int samples(FifBlock evoked) throws IOException {
    Optional<FifTag> samples = evoked.find(SAMPLES);
    if (samples.isPresent()) {
      return samples.get().whole("samples", 1, MOST_SAMPLES);
    }
    int first = evoked.require(FIRST_SAMPLE, "first sample").whole();
    FifTag last = evoked.require(LAST_SAMPLE, "last sample");
    long count = (long) last.whole() - first + 1;
    if (count < 1 || count > MOST_SAMPLES) {
      throw last.wrong("(last sample) = " + last.whole() + ", but the first is " + first);
    }
    return (int) count;
  }

  private static Time start(FifBlock evoked, double rate) throws IOException {
    Optional<FifTag> time = evoked.find(FIRST_TIME);
    if (time.isEmpty() || evoked.find(SAMPLES).isEmpty()) {
      return Time.s(evoked.require(FIRST_SAMPLE, "first sample").whole() / rate);
    }
    // the time is a 32-bit float: of a whole number of samples, it is not the nearest double
    double samples = time.get().number() * rate;
    boolean whole = Math.abs(samples - Math.rint(samples)) < ROUNDING;
    return Time.s((whole ? Math.rint(samples) : samples) / rate);
  }

  /** Returns channels x samples: one matrix or, in old files, one tag per channel. */
  private static double[] values(FifBlock aspect, int channels, int samples) throws IOException {
    List<FifTag> data = aspect.tags(DATA);
    if (data.size() == 1) {
      data.get(0).requireMatrix(channels, samples);
      return data.get(0).numbers();
    }
    if (data.size() != channels) {
      throw aspect.wrong("has data of " + data.size() + " channels, but there are " + channels);
    }
    double[] values = new double[Math.multiplyExact(channels, samples)];
    for (int c = 0; c < channels; c++) {
      double[] channel = data.get(c).numbers();
      if (channel.length != samples) {
        throw data.get(c).wrong("has " + channel.length + " samples, but must have " + samples);
      }
      System.arraycopy(channel, 0, values, c * samples, samples);
    }
    return values;
  }
}
