package org.jansenrit.core.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.report.Figure;

/** Signals of equal length: n simulations x channels x samples, in one unit. Immutable. */
public final class TimeSeries implements Observations {
  /** Half a sample, and what rounding of the start may add. */
  private static final double HALF_A_SAMPLE = 0.5 + 1e-6;

  private final RowStore store;
  private final List<String> channels;
  private final Frequency rate;
  private final Time start;
  private final String unit;

  private TimeSeries(
      RowStore store, List<String> channels, Frequency rate, Time start, String unit) {
    this.store = store;
    this.channels = channels;
    this.rate = rate;
    this.start = start;
    this.unit = unit;
  }

  /**
   * Creates time series that start at time zero.
   *
   * @param rows one row per simulation, channel after channel: {@code rows[n][channels x samples]}
   * @param channels the names of the channels, at least one
   * @param rate the sampling rate
   * @param unit the unit of the values
   * @return n x channels x samples
   * @throws ShapeException if the rows differ in length or do not divide into the channels
   */
  public static TimeSeries of(double[][] rows, List<String> channels, Frequency rate, String unit) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    return of(RowStore.of(rows, width, "time series"), channels, rate, unit);
  }

  /**
   * Creates time series that start at time zero, without copying.
   *
   * @param values simulation after simulation, channel after channel; the caller hands the array
   *     over and must not write to it again
   * @param channels the names of the channels, at least one
   * @param samples the number of samples per channel, at least one
   * @param rate the sampling rate
   * @param unit the unit of the values
   * @return n x channels x samples
   * @throws ShapeException if the number of values does not divide into simulations
   */
  public static TimeSeries wrap(
      float[] values, List<String> channels, int samples, Frequency rate, String unit) {
    int width = channels.size() * samples;
    if (width <= 0 || values.length % width != 0) {
      throw new ShapeException(
          "time series",
          "a multiple of " + channels.size() + " channels x " + samples + " samples",
          values.length + " values");
    }
    return of(RowStore.of(values, width), channels, rate, unit);
  }

  /**
   * Starts time series that are put channel by channel: sets larger than one array, or whose
   * simulations come in any order.
   *
   * @param size the number of simulations
   * @param channels the names of the channels, at least one
   * @param samples the number of samples per channel, at least one
   * @param rate the sampling rate
   * @param unit the unit of the values
   * @return what the channels are put into
   * @throws ShapeException if there is no channel or no sample, or the size is negative
   */
  public static TimeSeriesBuilder builder(
      int size, List<String> channels, int samples, Frequency rate, String unit) {
    return new TimeSeriesBuilder(size, channels, samples, rate, unit);
  }

  static TimeSeries of(RowStore store, List<String> channels, Frequency rate, String unit) {
    if (channels.isEmpty() || store.width() % channels.size() != 0) {
      throw new ShapeException(
          "time series",
          "rows that divide into " + channels.size() + " channels",
          store.width() + " values per row");
    }
    return new TimeSeries(store, List.copyOf(channels), rate, Time.s(0), unit);
  }

  /**
   * {@return these series with their first sample at {@code time}}
   *
   * @param time relative to the event that time zero stands for
   */
  public TimeSeries startingAt(Time time) {
    return new TimeSeries(store, channels, rate, time, unit);
  }

  /**
   * {@return series of the same shape whose rows are computed from these when they are looked at,
   * each time anew}
   *
   * @param map computes one row from one row
   */
  public TimeSeries mapRows(RowMap map) {
    RowStore computed = RowStore.all(new ComputedRows(store, map));
    return new TimeSeries(computed, channels, rate, start, unit);
  }

  /** {@return the names of the channels} */
  public List<String> channels() {
    return channels;
  }

  /**
   * {@return the series of these channels only, in this order}
   *
   * @param names at least one of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel, none is given, or one is given
   *     twice
   */
  public TimeSeries pick(String... names) {
    if (names.length == 0 || Stream.of(names).distinct().count() < names.length) {
      throw new IllegalArgumentException(
          "pick each channel once, at least one of " + channels + ", not " + List.of(names));
    }
    var picked = builder(size(), List.of(names), samples(), rate, unit);
    float[] values = new float[samples()];
    for (int c = 0; c < names.length; c++) {
      int from = indexOf(names[c]) * samples();
      for (int i = 0; i < size(); i++) {
        store.copyTo(i, from, values.length, values, 0);
        picked.put(i, c, values);
      }
    }
    return picked.build().startingAt(start);
  }

  private int indexOf(String channel) {
    int found = channels.indexOf(channel);
    if (found < 0) {
      throw new IllegalArgumentException("no channel " + channel + " here; there are " + channels);
    }
    return found;
  }

  /** {@return the sampling rate} */
  public Frequency rate() {
    return rate;
  }

  /** {@return the time of the first sample, relative to the event that time zero stands for} */
  public Time start() {
    return start;
  }

  /** {@return the unit of the values} */
  public String unit() {
    return unit;
  }

  /** {@return the number of samples per channel} */
  public int samples() {
    return store.width() / channels.size();
  }

  /** {@return the times of the samples, in s, as a fresh array} */
  public double[] times() {
    double[] times = new double[samples()];
    for (int k = 0; k < times.length; k++) {
      times[k] = start.seconds() + k / rate.hertz();
    }
    return times;
  }

  /**
   * {@return one channel of simulation {@code i} as a fresh array of {@code samples()} values}
   *
   * @param i from 0 on
   * @param channel from 0 on
   * @throws IndexOutOfBoundsException if there is no such simulation or channel
   */
  public double[] channel(int i, int channel) {
    float[] values = new float[samples()];
    Objects.checkIndex(channel, channels.size());
    store.copyTo(i, channel * values.length, values.length, values, 0);
    return RowStore.toDouble(values);
  }

  /**
   * {@return one channel of simulation {@code i}, by name}
   *
   * @param i from 0 on
   * @param name one of {@link #channels()}
   * @throws IllegalArgumentException if there is no such channel
   */
  public double[] channel(int i, String name) {
    return channel(i, indexOf(name));
  }

  /**
   * Draws the series over time: a panel per channel, or the lines of all channels in one panel if
   * there are more than six. Of several simulations, the median and the band that holds 90 %; those
   * that are not finite are left out.
   *
   * @return up to six panels, or one
   * @throws IllegalArgumentException if no simulation is finite
   */
  public Figure figure() {
    return new SignalFigure(this).figure();
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public int width() {
    return store.width();
  }

  /** {@return channels, samples, rate and unit in words} */
  @Override
  public String shape() {
    return Names.count(channels.size(), "channel")
        + " x "
        + Names.count(samples(), "sample")
        + " at "
        + rate
        + ", "
        + unit;
  }

  @Override
  public void copyTo(int i, float[] target, int offset) {
    store.copyTo(i, 0, store.width(), target, offset);
  }

  @Override
  public boolean isFinite(int i) {
    return store.isFinite(i);
  }

  @Override
  public void requireShapeOf(Observations expected, String what, String where) {
    Observations.super.requireShapeOf(expected, what, where);
    if (expected instanceof TimeSeries other && !channels.equals(other.channels)) {
      throw new ShapeException(
          what, "channels " + other.channels + ", as in " + where, channels.toString());
    }
    if (expected instanceof TimeSeries other && !isAlignedWith(other)) {
      throw new ShapeException(
          what, "the first sample at " + other.start + ", as in " + where, start.toString());
    }
  }

  /** Returns whether the first samples are at the same time, to within half a sample. */
  private boolean isAlignedWith(TimeSeries other) {
    double samples = (start.seconds() - other.start.seconds()) * rate.hertz();
    return Math.abs(samples) <= HALF_A_SAMPLE;
  }

  @Override
  public TimeSeries append(Observations others) {
    others.requireShapeOf(this, "time series to append", "the first");
    RowStore both = store.append(((TimeSeries) others).store);
    return new TimeSeries(both, channels, rate, start, unit);
  }

  @Override
  public TimeSeries empty() {
    return new TimeSeries(store.empty(), channels, rate, start, unit);
  }

  @Override
  public TimeSeries select(int... rows) {
    return new TimeSeries(store.select(rows), channels, rate, start, unit);
  }

  @Override
  public String toString() {
    return "TimeSeries " + size() + " x " + shape();
  }
}
