package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * The stretches of a recording round the events of one marker, each less its own baseline: trials x
 * channels x samples. Immutable.
 *
 * <p>Events whose stretch leaves the recording, spans a break in it, or holds a value that is not
 * finite, are left out, counted by {@link #leftOut} and printed.
 */
public final class Epochs {
  private static final double WHOLE = 1e-6;
  private static final double NORMAL_95 = 1.959964;

  private final String marker;
  private final TimeSeries trials;
  private final int leftOut;
  private final int rejected;

  private Epochs(String marker, TimeSeries trials, int leftOut, int rejected) {
    this.marker = marker;
    this.trials = trials;
    this.leftOut = leftOut;
    this.rejected = rejected;
  }

  /** Cuts a recording whose channels all have the unit {@code unit}. */
  static Epochs cut(
      Recording recording, String unit, String marker, List<Event> events, Window window) {
    int[] onsets = complete(recording, events, window);
    long width = (long) recording.channels().size() * window.samples();
    if (onsets.length * width > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          onsets.length + " epochs of " + width + " values are too many; pick channels first");
    }
    float[] values = new float[Math.toIntExact(onsets.length * width)];
    for (int i = 0, at = 0; i < onsets.length; i++) {
      for (float[] channel : recording.values(onsets[i] + window.first(), window.samples())) {
        copy(channel, window, values, at);
        at += window.samples();
      }
    }
    Frequency rate = recording.rate();
    TimeSeries trials =
        TimeSeries.wrap(values, recording.channels(), window.samples(), rate, unit)
            .startingAt(Time.s(window.first() / rate.hertz()));
    return new Epochs(marker, trials, events.size() - onsets.length, 0);
  }

  /** {@return the number of epochs, those left out not counted} */
  public int size() {
    return trials.size();
  }

  /** {@return how many events had no complete stretch round them} */
  public int leftOut() {
    return leftOut;
  }

  /** {@return how many epochs {@link #reject} took away} */
  public int rejected() {
    return rejected;
  }

  /**
   * {@return these epochs without those in which any channel spans more than {@code peakToPeak}:
   * blinks, movements, jumps of an electrode} They are counted by {@link #rejected}.
   *
   * @param peakToPeak the largest difference between two samples of one channel that is kept, in
   *     the unit of the channels; 100 to 150 uV is usual
   * @throws IllegalArgumentException if it is not positive, or no epoch is left
   */
  public Epochs reject(double peakToPeak) {
    if (!(peakToPeak > 0)) {
      throw new IllegalArgumentException(
          "epochs are rejected above a positive amplitude, but it was "
              + peakToPeak
              + " "
              + trials.unit());
    }
    double[] spans = IntStream.range(0, size()).mapToDouble(this::span).toArray();
    int[] kept = IntStream.range(0, spans.length).filter(i -> spans[i] <= peakToPeak).toArray();
    if (kept.length == 0) {
      throw new IllegalArgumentException(
          "no epoch stays below "
              + peakToPeak
              + " "
              + trials.unit()
              + " peak to peak; the quietest of "
              + size()
              + " has "
              + (float) Arrays.stream(spans).min().orElseThrow());
    }
    return new Epochs(marker, trials.select(kept), leftOut, rejected + size() - kept.length);
  }

  /** Returns the largest peak-to-peak amplitude of any channel in trial {@code i}. */
  private double span(int i) {
    double largest = 0;
    for (int c = 0; c < trials.channels().size(); c++) {
      DoubleSummaryStatistics of = Arrays.stream(trials.channel(i, c)).summaryStatistics();
      largest = Math.max(largest, of.getMax() - of.getMin());
    }
    return largest;
  }

  /**
   * {@return these epochs against {@code reference}}
   *
   * @param reference what all channels are taken against
   * @throws IllegalArgumentException if an electrode of it is not among the channels
   */
  public Epochs reference(Reference reference) {
    return new Epochs(marker, reference.apply(trials), leftOut, rejected);
  }

  /**
   * {@return these epochs less, in each trial and channel, the mean from {@code from} to {@code
   * to}, in place of the mean before the event}
   *
   * @param from where the baseline starts, relative to the event
   * @param to where it ends, the sample there included
   * @throws IllegalArgumentException if no sample lies there, or one is outside the epochs
   */
  public Epochs lessBaseline(Time from, Time to) {
    double rate = trials.rate().hertz();
    double start = trials.start().seconds();
    int first = (int) Math.ceil((from.seconds() - start) * rate - WHOLE);
    int last = (int) Math.floor((to.seconds() - start) * rate + WHOLE);
    int samples = trials.samples();
    if (first > last || first < 0 || last >= samples) {
      throw new IllegalArgumentException(
          "the baseline from " + from + " to " + to + " must have samples, all within " + this);
    }
    float[] values = new float[Math.multiplyExact(size(), trials.width())];
    for (int i = 0; i < size(); i++) {
      trials.copyTo(i, values, i * trials.width());
    }
    for (int at = 0; at < values.length; at += samples) {
      double mean = mean(values, at + first, at + last);
      for (int k = at; k < at + samples; k++) {
        values[k] = (float) (values[k] - mean);
      }
    }
    TimeSeries moved =
        TimeSeries.wrap(values, trials.channels(), samples, trials.rate(), trials.unit())
            .startingAt(trials.start());
    return new Epochs(marker, moved, leftOut, rejected);
  }

  private static double mean(float[] values, int first, int last) {
    double sum = 0;
    for (int k = first; k <= last; k++) {
      sum += values[k];
    }
    return sum / (last - first + 1);
  }

  /**
   * {@return the samples before the event, of which noise is estimated: n trials x channels x
   * samples}
   *
   * @throws IllegalStateException if the epochs start at the event or later
   */
  public TimeSeries baseline() {
    int samples =
        Math.min(
            trials.samples(), (int) Math.rint(-trials.start().seconds() * trials.rate().hertz()));
    if (samples < 1) {
      throw new IllegalStateException(
          "epochs from " + trials.start() + " on have no samples before the event");
    }
    var before =
        TimeSeries.builder(size(), trials.channels(), samples, trials.rate(), trials.unit());
    for (int i = 0; i < size(); i++) {
      for (int c = 0; c < trials.channels().size(); c++) {
        double[] channel = trials.channel(i, c);
        float[] some = new float[samples];
        for (int k = 0; k < samples; k++) {
          some[k] = (float) channel[k];
        }
        before.put(i, c, some);
      }
    }
    return before.build().startingAt(trials.start());
  }

  /** {@return the epochs: n trials x channels x samples, time zero at the event} */
  public TimeSeries asTimeSeries() {
    return trials;
  }

  /** {@return the mean over trials, the event-related potential: 1 x channels x samples} */
  public TimeSeries average() {
    return series(mean());
  }

  /**
   * {@return the standard error of {@link #average}, the standard deviation over trials (n - 1 in
   * the denominator) divided by the square root of n: 1 x channels x samples}
   *
   * @throws IllegalStateException if there is one epoch only
   */
  public TimeSeries standardError() {
    int n = size();
    if (n < 2) {
      throw new IllegalStateException("a standard error needs at least 2 epochs, but there is 1");
    }
    double[] mean = mean();
    double[] squares = new double[mean.length];
    for (int i = 0; i < n; i++) {
      double[] trial = trials.row(i);
      for (int k = 0; k < squares.length; k++) {
        squares[k] += (trial[k] - mean[k]) * (trial[k] - mean[k]);
      }
    }
    return series(Arrays.stream(squares).map(s -> Math.sqrt(s / (n - 1) / n)).toArray());
  }

  /**
   * Draws the mean over epochs of each of these channels, with the band that holds the true mean
   * with 95 %: 1.96 standard errors to each side.
   *
   * @param channels names; all channels if none is given
   * @return a panel per channel, over time in s
   * @throws IllegalArgumentException if there is no such channel
   * @throws IllegalStateException if there is one epoch only
   */
  public Figure figure(String... channels) {
    TimeSeries mean = average();
    TimeSeries error = standardError();
    String[] shown = channels.length > 0 ? channels : mean.channels().toArray(String[]::new);
    List<Panel> panels = new ArrayList<>();
    for (String channel : shown) {
      panels.add(panel(channel, mean.channel(0, channel), error.channel(0, channel)));
    }
    return panels.size() == 1
        ? Figure.of(panels.get(0)).panelSize(720, 320)
        : Figure.grid(marker + ", " + size() + " epochs", 2, panels);
  }

  private Panel panel(String channel, double[] mean, double[] error) {
    double[] low = new double[mean.length];
    double[] high = new double[mean.length];
    for (int k = 0; k < mean.length; k++) {
      low[k] = mean[k] - NORMAL_95 * error[k];
      high[k] = mean[k] + NORMAL_95 * error[k];
    }
    return Panel.of(channel, "time (s)", "potential (" + trials.unit() + ")")
        .band("95 % of the mean", trials.times(), low, high)
        .line("mean of " + size(), trials.times(), mean)
        .verticalLine("", 0);
  }

  private double[] mean() {
    double[] sum = new double[trials.width()];
    for (int i = 0; i < size(); i++) {
      double[] trial = trials.row(i);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += trial[k];
      }
    }
    return Arrays.stream(sum).map(s -> s / size()).toArray();
  }

  private TimeSeries series(double[] row) {
    double[][] one = {row};
    return TimeSeries.of(one, trials.channels(), trials.rate(), trials.unit())
        .startingAt(trials.start());
  }

  private static int[] complete(Recording recording, List<Event> events, Window window) {
    int[] breaks =
        recording.events().stream().filter(Event::isBreak).mapToInt(Event::sample).toArray();
    int[] onsets =
        events.stream()
            .mapToInt(Event::sample)
            .filter(at -> window.fits(at, recording.samples()) && !window.isCutBy(breaks, at))
            .filter(at -> isFinite(recording, at + window.first(), window.samples()))
            .toArray();
    if (onsets.length == 0) {
      throw new IllegalArgumentException(
          "none of the "
              + events.size()
              + " windows of "
              + window.samples()
              + " samples from sample "
              + window.first()
              + " on round the marker is finite and in one piece within "
              + recording);
    }
    return onsets;
  }

  private static boolean isFinite(Recording recording, int start, int samples) {
    for (float[] channel : recording.values(start, samples)) {
      for (float value : channel) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void copy(float[] channel, Window window, float[] target, int at) {
    double baseline =
        IntStream.range(0, window.baseline()).mapToDouble(k -> channel[k]).average().orElse(0);
    for (int k = 0; k < window.samples(); k++) {
      target[at + k] = (float) (channel[k] - baseline);
    }
  }

  @Override
  public String toString() {
    return "Epochs["
        + size()
        + " of "
        + marker
        + " x "
        + trials.shape()
        + ", from "
        + trials.start()
        + "; "
        + leftOut
        + " left out"
        + (rejected == 0 ? "]" : ", " + rejected + " rejected]");
  }
}
