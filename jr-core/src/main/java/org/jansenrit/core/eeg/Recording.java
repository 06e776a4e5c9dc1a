package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.file.WholeFile;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.signal.Filter;
import org.jansenrit.core.signal.Resampling;

/**
 * A continuous recording: channels x samples at one rate, and the events that happened meanwhile.
 * Immutable; values are 32-bit floats.
 *
 * <p>Values of a recording that was read stay on disk until they are looked at, and only those that
 * are looked at are read: {@link #pick} and {@link #crop} cost nothing, whatever the size of the
 * file. {@link #load} keeps values in memory.
 *
 * <p>Voltages are in uV whatever the file has; channels of another kind keep their unit. What needs
 * one unit for all channels, such as {@link #erp}, says which channels do not have it; leave them
 * out with {@link #drop}.
 */
public final class Recording {
  private final List<RecordedChannel> channels;
  private final Frequency rate;
  private final SampleStore store;
  private final int first;
  private final int samples;
  private final List<Event> events;
  private final List<String> notes;

  /**
   * A channel.
   *
   * @param row its number in the store
   */
  private record RecordedChannel(String name, String unit, int row) {}

  private Recording(
      List<RecordedChannel> channels,
      Frequency rate,
      SampleStore store,
      int first,
      int samples,
      List<Event> events,
      List<String> notes) {
    this.channels = List.copyOf(channels);
    this.rate = rate;
    this.store = store;
    this.first = first;
    this.samples = samples;
    this.events = events.stream().sorted(Comparator.comparingInt(Event::sample)).toList();
    this.notes = List.copyOf(notes);
  }

  /**
   * Creates a recording.
   *
   * @param notes what had to be done to read it that its user should know
   */
  static Recording of(
      List<String> names,
      List<String> units,
      Frequency rate,
      SampleStore store,
      List<Event> events,
      List<String> notes) {
    List<RecordedChannel> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      channels.add(new RecordedChannel(names.get(c), units.get(c), c));
    }
    return new Recording(channels, rate, store, 0, store.samples(), events, notes);
  }

  /**
   * Reads a recording. The ending of the file's name decides how: {@code .edf} is EDF or EDF+,
   * {@code .bdf} is BDF, {@code .vhdr} is BrainVision, of which the header is given, with data and
   * markers in files that the header names.
   *
   * <p>Annotations, markers and the triggers of a BDF file become events; where time jumps in a
   * discontinuous file, there is an event New Segment, and nothing is cut across it. Whatever had
   * to be settled on the way is in {@link #notes}.
   *
   * @param file ends in {@code .edf}, {@code .bdf} or {@code .vhdr}
   * @return all channels, on disk
   * @throws IOException if the file is not there, is of another kind, is damaged, or has channels
   *     of different sampling rates; the message names the file, the place in it and what is wrong
   */
  public static Recording read(Path file) throws IOException {
    return RecordingReader.of(file).read(file, new RateChoice(Optional.empty()));
  }

  /**
   * Reads those channels of a recording that are sampled at {@code rate}, for files that have
   * channels of different rates.
   *
   * @param file ends in {@code .edf}, {@code .bdf} or {@code .vhdr}
   * @param rate the sampling rate of the channels that are wanted
   * @return those channels, on disk
   * @throws IOException as {@link #read(Path)}, or if no channel has that rate
   */
  public static Recording read(Path file, Frequency rate) throws IOException {
    return RecordingReader.of(file).read(file, new RateChoice(Optional.of(rate)));
  }

  /**
   * Treats a simulated series as a recording.
   *
   * @param one series of one simulation, in any unit; voltages become uV
   * @param events what happened, within its samples
   * @return the recording, in memory
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
    return of(one.channels(), units, one.rate(), new MemoryStore(values), events, List.of());
  }

  /** {@return the names of the channels, in order} */
  public List<String> channels() {
    return channels.stream().map(RecordedChannel::name).toList();
  }

  /**
   * {@return the unit of a channel, {@code "uV"} for every voltage}
   *
   * @param channel one of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel
   */
  public String unit(String channel) {
    return find(channel).unit();
  }

  /** {@return the sampling rate} */
  public Frequency rate() {
    return rate;
  }

  /** {@return the number of samples per channel} */
  public int samples() {
    return samples;
  }

  /** {@return how long the recording is: samples divided by rate} */
  public Time duration() {
    return Time.s(samples / rate.hertz());
  }

  /**
   * {@return one channel, in its unit, as a fresh array}
   *
   * @param name one of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel
   * @throws java.io.UncheckedIOException if the file cannot be read any more
   */
  public double[] channel(String name) {
    return Processing.wide(pick(name).values(0, samples)[0]);
  }

  /** {@return all events, in the order of their samples} */
  public List<Event> events() {
    return events;
  }

  /**
   * {@return the events of one marker, in the order of their samples}
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
   * {@return what had to be settled to read the file: a second signal of one label that was
   * renamed, annotations that were left out because nothing was recorded then} None if all was
   * plain.
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * {@return the recording of these channels only, in this order} Values are not copied.
   *
   * @param names some of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel, none is given, or one is given
   *     twice
   */
  public Recording pick(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("pick at least one channel of " + channels());
    }
    requireDistinct(List.of(names));
    return with(Arrays.stream(names).map(this::find).toList());
  }

  /**
   * {@return the recording without these channels} Values are not copied.
   *
   * @param names some of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel, or no other
   */
  public Recording drop(String... names) {
    List<RecordedChannel> dropped = Arrays.stream(names).map(this::find).toList();
    List<RecordedChannel> kept = channels.stream().filter(c -> !dropped.contains(c)).toList();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("keep at least one channel of " + channels());
    }
    return with(kept);
  }

  private Recording with(List<RecordedChannel> chosen) {
    return new Recording(chosen, rate, store, first, samples, events, notes);
  }

  /**
   * {@return the stretch from {@code from} to {@code to}, the sample at {@code to} not included,
   * and the events within it, counted from its start} Values are not copied.
   *
   * @param from from the start of the recording, rounded to the nearest sample
   * @param to rounded likewise
   * @throws IllegalArgumentException if there is no sample between them, or they are outside the
   *     recording
   */
  public Recording crop(Time from, Time to) {
    double start = Math.rint(from.seconds() * rate.hertz());
    double end = Math.rint(to.seconds() * rate.hertz());
    if (!(start >= 0 && start < end && end <= samples)) {
      throw new IllegalArgumentException(
          "cannot crop from " + from + " to " + to + ": the recording is " + duration() + " long");
    }
    int skipped = (int) start;
    List<Event> within =
        events.stream()
            .filter(e -> e.sample() >= start && e.sample() < end)
            .map(e -> new Event(e.type(), e.description(), e.sample() - skipped, e.duration()))
            .toList();
    return new Recording(
        channels, rate, store, first + skipped, (int) (end - start), within, notes);
  }

  /**
   * {@return this recording with its voltages filtered, in memory; channels of other units stay as
   * they are} Nothing is filtered across breaks, nor across values that are not finite, which stay.
   *
   * @param filter runs forwards and backwards over each stretch between breaks
   * @throws IllegalArgumentException if there is no channel in uV, or a cut-off frequency is not
   *     below half of the sampling rate
   */
  public Recording filter(Filter filter) {
    return Processing.filter(this, filter);
  }

  /**
   * {@return this recording at another sampling rate, in memory} Voltages pass the filter of {@link
   * Resampling}; channels of other units, such as triggers, keep the nearest of their values, and
   * events move to the nearest sample on their side of a break.
   *
   * @param newRate lower or higher, in any ratio
   * @throws IllegalArgumentException if there is no channel in uV, or there would be more samples
   *     than an array can hold
   */
  public Recording resample(Frequency newRate) {
    return Processing.resample(this, Resampling.to(newRate));
  }

  /**
   * Cuts the recording into stretches of {@code length}, one after the other; see {@link
   * #segments(Time, Time)}.
   *
   * @param length rounded to whole samples
   * @return n x channels x samples
   */
  public Epochs segments(Time length) {
    return segments(length, length);
  }

  /**
   * Cuts the recording into stretches of {@code length}, one every {@code step}, without a
   * baseline. Those that span a break or hold a value that is not finite are left out and counted;
   * the rest at the end is not a stretch.
   *
   * @param length rounded to whole samples
   * @param step rounded likewise; below {@code length} for stretches that overlap
   * @return n x channels x samples
   * @throws IllegalArgumentException if either is shorter than a sample, no stretch is complete, or
   *     the channels differ in unit
   */
  public Epochs segments(Time length, Time step) {
    int width = wholeSamples(length, "length");
    int stride = wholeSamples(step, "step");
    List<Event> starts = new ArrayList<>();
    for (long at = 0; at + width <= samples; at += stride) {
      starts.add(new Event("Segment", "segment", (int) at, width));
    }
    return Epochs.cut(this, commonUnit(), "segment", starts, new Window(0, width, 0));
  }

  private int wholeSamples(Time time, String what) {
    double count = Math.rint(time.seconds() * rate.hertz());
    if (!(count >= 1 && count <= samples)) {
      throw new IllegalArgumentException(
          what
              + " of segments must be between a sample and the recording, "
              + duration()
              + ", but was "
              + time);
    }
    return (int) count;
  }

  /**
   * {@return this recording with its values in memory, so that the file may change or go}
   *
   * @throws java.io.UncheckedIOException if the file cannot be read any more
   */
  public Recording load() {
    return withValues(rate, values(0, samples), events);
  }

  /** Returns other values of the same channels. */
  Recording withValues(Frequency newRate, float[][] values, List<Event> newEvents) {
    List<String> units = channels.stream().map(RecordedChannel::unit).toList();
    return of(channels(), units, newRate, new MemoryStore(values), newEvents, notes);
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
   * @param marker as in {@link #events(String)}
   * @param from start of the window relative to an event; negative for a baseline
   * @param to end of the window relative to an event; after {@code from}
   * @return 1 x channels x floor((to - from) * rate) + 1 samples, in the unit of the channels
   * @throws IllegalArgumentException as {@link #epochs} does
   */
  public TimeSeries erp(String marker, Time from, Time to) {
    return epochs(marker, from, to).average();
  }

  /**
   * {@return the whole recording as one series: 1 x channels x samples}
   *
   * @throws IllegalArgumentException if the channels differ in unit
   */
  public TimeSeries asTimeSeries() {
    float[] all = new float[Math.multiplyExact(channels.size(), samples())];
    float[][] rows = values(0, samples());
    for (int c = 0; c < rows.length; c++) {
      System.arraycopy(rows[c], 0, all, c * samples(), samples());
    }
    return TimeSeries.wrap(all, channels(), samples(), rate, commonUnit());
  }

  /** Returns a stretch of all channels as fresh arrays: {@code [channel][sample]}. */
  float[][] values(int from, int count) {
    float[][] values = new float[channels.size()][count];
    store.copyTo(channels.stream().mapToInt(RecordedChannel::row).toArray(), first + from, values);
    return values;
  }

  private String commonUnit() {
    List<String> units = channels.stream().map(RecordedChannel::unit).toList();
    String unit = units.contains(PhysicalUnit.MICROVOLT) ? PhysicalUnit.MICROVOLT : units.get(0);
    List<String> others =
        channels.stream()
            .filter(c -> !c.unit().equals(unit))
            .map(c -> c.name() + " in " + c.unit())
            .toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "all channels must be in " + unit + ", but there are " + others + "; drop them");
    }
    return unit;
  }

  private RecordedChannel find(String name) {
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Lookup.missing("channel", name, channels()));
  }

  /**
   * Writes this recording, whole or not at all, over what was there. The ending of the file's name
   * decides how:
   *
   * <ul>
   *   <li>{@code .edf}: EDF+ with 16 bits per value, in 65,536 steps over the range of each
   *       channel; whole numbers of 16 bits are kept exactly. Names of channels have at most 16
   *       ASCII characters. Events become annotations, which have no type.
   *   <li>{@code .vhdr}: BrainVision, with data and markers beside it in {@code .eeg} and {@code
   *       .vmrk}; 32-bit floats, which keep every value exactly.
   * </ul>
   *
   * @param file ends in {@code .edf} or {@code .vhdr}
   * @throws IllegalArgumentException if the name has another ending, or something of this recording
   *     cannot be said in that format: the message says what
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    String ending = file.toString().toLowerCase(Locale.ROOT);
    if (ending.endsWith(".edf")) {
      WholeFile.write(file, new EdfWriter(this)::writeTo);
    } else if (ending.endsWith(".vhdr")) {
      BrainVisionWriter.write(this, file);
    } else {
      throw new IllegalArgumentException(
          file + ": recordings are saved as EDF+ (.edf) or BrainVision (.vhdr)");
    }
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
        + samples
        + " samples at "
        + rate
        + String.format(Locale.ROOT, ", %.1f s; ", duration().seconds())
        + Markers.shown(events)
        + (notes.isEmpty() ? "" : "; notes: " + notes.size())
        + "]";
  }
}
