package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;

/**
 * An evoked response from a file: the average over trials of one condition. Immutable.
 *
 * <p>Its {@link #series} is what everything else takes: an estimator, a posterior, features.
 */
public final class Evoked {
  private final String name;
  private final int trials;
  private final TimeSeries series;
  private final List<String> bads;
  private final int leftOut;

  Evoked(String name, int trials, TimeSeries series, List<String> bads, int leftOut) {
    this.name = name;
    this.trials = trials;
    this.series = series;
    this.bads = List.copyOf(bads);
    this.leftOut = leftOut;
  }

  /**
   * Creates an evoked response.
   *
   * @param name the condition
   * @param trials how many trials it is the average of
   * @param series 1 x channels x samples
   * @throws ShapeException if there is not exactly one average
   * @throws IllegalArgumentException if there are no trials
   */
  public static Evoked of(String name, int trials, TimeSeries series) {
    if (series.size() != 1) {
      throw new ShapeException("evoked response", "one average", series + "; select one");
    }
    if (trials < 1) {
      throw new IllegalArgumentException(
          "an average is that of at least 1 trial, but was of " + trials);
    }
    return new Evoked(name, trials, series, List.of(), 0);
  }

  /** Returns the condition: {@code "Left Auditory"}. */
  public String name() {
    return name;
  }

  /** Returns how many trials were averaged. */
  public int trials() {
    return trials;
  }

  /** Returns the average: 1 x channels x samples, time zero at the event. */
  public TimeSeries series() {
    return series;
  }

  /** Returns the channels that the file marks as bad; they are in {@link #series} all the same. */
  public List<String> bads() {
    return bads;
  }

  /** Returns this response without the channels that are marked as bad. */
  public Evoked dropBads() {
    List<String> good = series.channels().stream().filter(c -> !bads.contains(c)).toList();
    return with(series.pick(good.toArray(String[]::new)), List.of());
  }

  /**
   * Returns this response less, in each channel, its mean over the samples before time zero.
   *
   * @throws IllegalArgumentException if there is no sample before time zero
   */
  public Evoked lessBaseline() {
    double before = Math.rint(-series.start().seconds() * series.rate().hertz());
    if (!(before >= 1)) {
      throw new IllegalArgumentException(
          "no baseline: the response starts at " + series.start() + ", not before time zero");
    }
    int baseline = (int) Math.min(before, series.samples());
    List<String> channels = series.channels();
    double[] row = new double[series.width()];
    for (int c = 0; c < channels.size(); c++) {
      double[] channel = series.channel(0, c);
      double mean = Arrays.stream(channel, 0, baseline).average().orElseThrow();
      for (int k = 0; k < channel.length; k++) {
        row[c * channel.length + k] = channel[k] - mean;
      }
    }
    double[][] one = {row};
    return with(
        TimeSeries.of(one, channels, series.rate(), series.unit()).startingAt(series.start()),
        bads);
  }

  private Evoked with(TimeSeries newSeries, List<String> newBads) {
    return new Evoked(name, trials, newSeries, newBads, leftOut);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add((name.isBlank() ? "unnamed" : name) + ", " + trials + " trials, " + series.shape());
    if (!bads.isEmpty()) {
      parts.add(bads.size() + " bad");
    }
    if (leftOut > 0) {
      parts.add(leftOut + " channels that are not EEG left out");
    }
    return "Evoked[" + String.join("; ", parts) + "]";
  }
}
