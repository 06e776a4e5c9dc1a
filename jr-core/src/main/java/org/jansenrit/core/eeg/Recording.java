package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * A continuous recording: channels x samples at one rate, and the events that happened meanwhile.
 * Immutable; values are kept as 32-bit floats.
 *
 * <p>Voltages are in uV whatever the file has; channels of another kind keep their unit. What needs
 * one unit for all channels, such as {@link #erp}, says which channels do not have it; leave them
 * out with {@link #pick}.
 */
public final class Recording {
  private final List<String> channels;
  private final List<String> units;
  private final Frequency rate;
  private final float[][] values;
  private final List<Event> events;

  /** Takes over {@code values[channel][sample]}, which nobody may write to any more. */
  Recording(
      List<String> channels,
      List<String> units,
      Frequency rate,
      float[][] values,
      List<Event> events) {
    this.channels = List.copyOf(channels);
    this.units = List.copyOf(units);
    this.rate = rate;
    this.values = values;
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingInt(Event::sample));
    this.events = List.copyOf(sorted);
  }

  /**
   * Reads a recording. The ending of the file's name decides how: {@code .vhdr} is BrainVision, of
   * which the header is given, with data and markers in files that the header names.
   *
   * @throws IOException if the file is not there, is of another kind, or is damaged; the message
   *     names the file, the place in it and what is wrong
   */
  public static Recording read(Path file) throws IOException {
    return RecordingReader.of(file).read(file);
  }

  /**
   * Treats a simulated series as a recording.
   *
   * @param one series of one simulation, in any unit; voltages become uV
   * @param events what happened, within its samples
   * @throws ShapeException if there is not exactly one simulation
   * @throws IllegalArgumentException if a channel appears twice, or an event is after the end
   */
  public static Recording of(TimeSeries one, List<Event> events) {
    if (one.size() != 1) {
      throw new ShapeException("recording", "one simulation", one + "; select one");
    }
    requireDistinct(one.channels());
    events.forEach(event -> requireWithin(event, one.samples()));
    PhysicalUnit unit = PhysicalUnit.of(one.unit());
    float[][] values = new float[one.channels().size()][one.samples()];
    for (int c = 0; c < values.length; c++) {
      double[] channel = one.channel(0, c);
      for (int k = 0; k < channel.length; k++) {
        values[c][k] = (float) (channel[k] * unit.factor());
      }
    }
    List<String> units = one.channels().stream().map(channel -> unit.name()).toList();
    return new Recording(one.channels(), units, one.rate(), values, events);
  }

  /** Returns the names of the channels, in order. */
  public List<String> channels() {
    return channels;
  }

  /**
   * Returns the unit of a channel, {@code "uV"} for every voltage.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  public String unit(String channel) {
    return units.get(indexOf(channel));
  }

  /** Returns the sampling rate. */
  public Frequency rate() {
    return rate;
  }

  /** Returns the number of samples per channel. */
  public int samples() {
    return values[0].length;
  }

  /** Returns how long the recording is: samples divided by rate. */
  public Time duration() {
    return Time.s(samples() / rate.hertz());
  }

  /**
   * Returns one channel, in its unit, as a fresh array.
   *
   * @throws IllegalArgumentException if there is no such channel
   */
  public double[] channel(String name) {
    float[] channel = values[indexOf(name)];
    double[] wide = new double[channel.length];
    for (int k = 0; k < wide.length; k++) {
      wide[k] = channel[k];
    }
    return wide;
  }

  /** Returns all events, in the order of their samples. */
  public List<Event> events() {
    return events;
  }

  /**
   * Returns the events of one marker, in the order of their samples.
   *
   * @param marker the description of the events or, if that is blank, their type; blanks round it
   *     do not matter
   * @throws IllegalArgumentException if there is no such event
   */
  public List<Event> events(String marker) {
    List<Event> found = events.stream().filter(e -> e.marker().equals(marker.strip())).toList();
    if (found.isEmpty()) {
      throw Lookup.missing("marker", marker, Markers.counts(events).keySet(), Markers.all(events));
    }
    return found;
  }

  /**
   * Returns the recording of these channels only, in this order. Values are shared, not copied.
   *
   * @throws IllegalArgumentException if there is no such channel, none is given, or one is given
   *     twice
   */
  public Recording pick(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("pick at least one channel of " + channels);
    }
    requireDistinct(List.of(names));
    int[] chosen = Arrays.stream(names).mapToInt(this::indexOf).toArray();
    return new Recording(
        List.of(names),
        Arrays.stream(chosen).mapToObj(units::get).toList(),
        rate,
        Arrays.stream(chosen).mapToObj(c -> values[c]).toArray(float[][]::new),
        events);
  }

  /**
   * Cuts the stretches round the events of one marker, each less its own baseline in every channel.
   *
   * <p>The window starts with the sample nearest to {@code from}, which is what the {@code start}
   * of the result says. The baseline is the mean over the samples of the window before the event;
   * there is none if {@code from} is not negative. Events whose window leaves the recording or
   * spans a break in it are left out and counted.
   *
   * @param marker as in {@link #events(String)}
   * @param from start of the window relative to an event; negative for a baseline
   * @param to end of the window relative to an event; after {@code from}
   * @return n x channels x floor((to - from) * rate) + 1 samples
   * @throws IllegalArgumentException if there is no such marker, no event has a complete window,
   *     {@code to} is not after {@code from}, the baseline would be shorter than half a sample, or
   *     the channels differ in unit
   */
  public Epochs epochs(String marker, Time from, Time to) {
    return Epochs.cut(
        this, commonUnit(), marker.strip(), events(marker), Window.of(from, to, rate));
  }

  /**
   * Returns the event-related potential: the mean of all {@link #epochs}, which see for the window,
   * the baseline, and how many events were left out.
   *
   * @return 1 x channels x floor((to - from) * rate) + 1 samples, in uV
   * @throws IllegalArgumentException as {@link #epochs} does
   */
  public TimeSeries erp(String marker, Time from, Time to) {
    return epochs(marker, from, to).average();
  }

  /**
   * Returns the whole recording as one series: 1 x channels x samples.
   *
   * @throws IllegalArgumentException if the channels differ in unit
   */
  public TimeSeries asTimeSeries() {
    float[] all = new float[Math.multiplyExact(channels.size(), samples())];
    for (int c = 0; c < values.length; c++) {
      System.arraycopy(values[c], 0, all, c * samples(), samples());
    }
    return TimeSeries.wrap(all, channels, samples(), rate, commonUnit());
  }

  /** Returns the samples of a channel, which must not be written to. */
  float[] values(int channel) {
    return values[channel];
  }

  private String commonUnit() {
    String unit = units.contains(PhysicalUnit.MICROVOLT) ? PhysicalUnit.MICROVOLT : units.get(0);
    List<String> others = new ArrayList<>();
    for (int c = 0; c < channels.size(); c++) {
      if (!units.get(c).equals(unit)) {
        others.add(channels.get(c) + " in " + units.get(c));
      }
    }
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "all channels must be in " + unit + ", but there are " + others + "; pick others");
    }
    return unit;
  }

  private int indexOf(String channel) {
    int i = channels.indexOf(channel);
    if (i < 0) {
      throw Lookup.missing("channel", channel, channels);
    }
    return i;
  }

  private static void requireDistinct(List<String> names) {
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("a channel appears twice in " + names);
    }
  }

  private static void requireWithin(Event event, int samples) {
    Objects.requireNonNull(event, "event");
    if (event.sample() >= samples) {
      throw new IllegalArgumentException(event + " is after the last of " + samples + " samples");
    }
  }

  @Override
  public String toString() {
    return "Recording["
        + channels.size()
        + (channels.size() == 1 ? " channel x " : " channels x ")
        + samples()
        + " samples at "
        + rate
        + String.format(Locale.ROOT, ", %.1f s; ", duration().seconds())
        + Markers.shown(events)
        + "]";
  }
}
