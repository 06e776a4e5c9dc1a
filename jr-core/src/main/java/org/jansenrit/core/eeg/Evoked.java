package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

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
   * @return the response, no channel of which is bad
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

  /**
   * Reads what {@link #save} wrote, or NumPy: {@code np.savez(file, data=evoked.data,
   * ch_names=evoked.ch_names, sfreq=evoked.info["sfreq"], tmin=evoked.tmin, unit="V",
   * comment=evoked.comment, nave=evoked.nave)} for an evoked response of MNE-Python. Without {@code
   * tmin}, {@code comment} and {@code nave} it starts at time zero, is unnamed, and counts as one
   * trial.
   *
   * @param file {@code .npz}
   * @return the response, voltages in uV
   * @throws IOException if it is damaged, or an array is missing or does not fit the others; the
   *     message names the file, the array and what is wrong
   */
  public static Evoked read(Path file) throws IOException {
    return EvokedArrays.read(NumpyFile.read(file));
  }

  /**
   * Reads the bare array of a {@code .npy} file, channels x samples.
   *
   * @param file {@code .npy}
   * @param channels the names of the channels, in the order of the array
   * @param rate the sampling rate
   * @param start the time of the first sample; negative for a baseline
   * @param unit the unit of the values: {@code "V"}, as MNE-Python has them, or {@code "uV"}
   * @return the response, voltages in uV, unnamed and of one trial
   * @throws IOException if it is damaged, or has another number of channels
   */
  public static Evoked read(
      Path file, List<String> channels, Frequency rate, Time start, String unit)
      throws IOException {
    return Evoked.of(
        "",
        1,
        EvokedArrays.series(NumpyFile.read(file), NumpyFile.ONLY, channels, rate, start, unit));
  }

  /**
   * Writes this response for NumPy, whole or not at all: {@code .npz} with {@code data} (channels x
   * samples, 32-bit floats), {@code ch_names}, {@code sfreq} in Hz, {@code tmin} in s, {@code
   * unit}, {@code comment} and {@code nave}; or {@code .npy} with the data alone.
   *
   * @param file ends in {@code .npz} or {@code .npy}
   * @throws IllegalArgumentException if the name has another ending
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    EvokedArrays.save(this, file);
  }

  /** {@return the condition: {@code "Left Auditory"}} */
  public String name() {
    return name;
  }

  /** {@return how many trials were averaged} */
  public int trials() {
    return trials;
  }

  /** {@return the average: 1 x channels x samples, time zero at the event} */
  public TimeSeries series() {
    return series;
  }

  /** {@return the channels that the file marks as bad; they are in {@link #series} all the same} */
  public List<String> bads() {
    return bads;
  }

  /** {@return this response without the channels that are marked as bad} */
  public Evoked dropBads() {
    List<String> good = series.channels().stream().filter(c -> !bads.contains(c)).toList();
    return with(series.pick(good.toArray(String[]::new)), List.of());
  }

  /**
   * {@return this response less, in each channel, its mean over the samples before time zero}
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

  /**
   * Draws all channels over each other, a butterfly, and below it the global field power.
   *
   * @return two panels, over time in s
   * @throws IllegalArgumentException if there is one channel only
   */
  public Figure figure() {
    double[] times = series.times();
    Panel butterfly = Panel.of(title(), "time (s)", "potential (" + series.unit() + ")");
    for (String channel : series.channels()) {
      butterfly = butterfly.line("", times, series.channel(0, channel));
    }
    Panel power =
        Panel.of("", "time (s)", "global field power (" + series.unit() + ")")
            .line("", times, GlobalFieldPower.of(series).channel(0, 0))
            .verticalLine("", 0);
    return Figure.grid("", 1, butterfly.verticalLine("", 0), power).panelSize(720, 300);
  }

  private String title() {
    String what = series.channels().size() + " channels, " + trials + " trials";
    return name.isBlank() ? what : name + ": " + what;
  }

  /**
   * Draws the potential on the scalp at these times, interpolated between the electrodes; see
   * {@link Montage#topography}.
   *
   * @param montage where the channels are; those that it does not have are left out, like the bad
   *     ones
   * @param times relative to the event, each taken at the nearest sample
   * @return a panel per time
   * @throws IllegalArgumentException if no time is given, one is outside the response, or fewer
   *     than four channels are in the montage
   */
  public Figure topography(Montage montage, Time... times) {
    List<String> shown =
        series.channels().stream().filter(c -> montage.has(c) && !bads.contains(c)).toList();
    Montage some = montage.pick(shown.toArray(String[]::new));
    List<Panel> panels = new ArrayList<>();
    for (Time time : times) {
      int k = (int) Math.rint((time.seconds() - series.start().seconds()) * series.rate().hertz());
      if (k < 0 || k >= series.samples()) {
        throw new IllegalArgumentException(time + " is outside of " + this);
      }
      double[] values = shown.stream().mapToDouble(c -> series.channel(0, c)[k]).toArray();
      panels.add(some.topography(time.toString(), "potential (" + series.unit() + ")", values));
    }
    return Figure.grid(name, Math.min(3, times.length), panels).panelSize(300, 260);
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
