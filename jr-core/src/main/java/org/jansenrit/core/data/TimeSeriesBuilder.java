package org.jansenrit.core.data;

import java.util.List;
import java.util.Objects;
import org.jansenrit.core.quantity.Frequency;

/**
 * Takes time series channel by channel, in any order, and keeps them once. Different simulations
 * may be put from different threads; what is never put is 0.
 */
public final class TimeSeriesBuilder {
  private final int size;
  private final List<String> channels;
  private final int samples;
  private final Frequency rate;
  private final String unit;
  private final RowBuilder rows;
  private boolean built;

  TimeSeriesBuilder(int size, List<String> channels, int samples, Frequency rate, String unit) {
    if (size < 0 || channels.isEmpty() || samples < 1) {
      throw new ShapeException(
          "time series",
          "any number of simulations x at least 1 channel x at least 1 sample",
          size + " x " + channels.size() + " x " + samples);
    }
    this.size = size;
    this.channels = List.copyOf(channels);
    this.samples = samples;
    this.rate = rate;
    this.unit = unit;
    this.rows = new RowBuilder(size, Math.multiplyExact(channels.size(), samples));
  }

  /**
   * Puts one channel of one simulation.
   *
   * @param i the simulation
   * @param channel the number of the channel
   * @param values one per sample, copied
   * @throws ShapeException if there are more or fewer
   * @throws IllegalStateException after {@link #build}
   */
  public void put(int i, int channel, float... values) {
    if (values.length != samples) {
      throw new ShapeException(
          "simulation " + i + ", channel " + channels.get(channel),
          Names.count(samples, "sample"),
          values.length + "");
    }
    requireOpen();
    Objects.checkIndex(i, size);
    rows.put(i, Objects.checkIndex(channel, channels.size()) * samples, values, 0, samples);
  }

  /**
   * {@return the series, starting at time zero, without a copy}
   *
   * @throws IllegalStateException if they were built before
   */
  public TimeSeries build() {
    requireOpen();
    built = true;
    return TimeSeries.of(rows.build(), channels, rate, unit);
  }

  private void requireOpen() {
    if (built) {
      throw new IllegalStateException("these time series are built already; use a new builder");
    }
  }

  @Override
  public String toString() {
    return "TimeSeriesBuilder["
        + size
        + " x "
        + channels.size()
        + " channels x "
        + samples
        + " samples at "
        + rate
        + ", "
        + unit
        + "]";
  }
}
