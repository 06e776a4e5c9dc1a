package org.jansenrit.core.signal;

import java.util.Objects;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;

/**
 * A Butterworth filter that runs forwards and then backwards, so that nothing is delayed: zero
 * phase, and the square of the gain of one run. At a cut-off frequency it passes half of the
 * amplitude (-6 dB). Immutable.
 *
 * <p>As a transform it learns nothing from the training set but its shape.
 *
 * <p>A filter needs some cycles of its lowest cut-off frequency to settle: filter a long recording
 * before it is cut into epochs, not after.
 *
 * @see <a href="https://doi.org/10.1016/j.jneumeth.2014.08.002">Widmann, Schroger &amp; Maess
 *     (2015), Digital filter design for electrophysiological data - a practical approach</a>
 */
public final class Filter implements Transform<TimeSeries, TimeSeries> {
  private static final int ORDER = 4;
  private static final int NOTCH_ORDER = 2;
  private static final int HIGHEST_ORDER = 12;
  private static final double NOTCH_HALF_WIDTH = 1; // Hz

  private final Response response;
  private final Frequency low;
  private final Frequency high;
  private final int order;

  /**
   * Creates a filter.
   *
   * @param low the lower cut-off frequency; of a low-pass filter, the only one
   * @param high the upper one; of a high-pass filter, the only one
   */
  Filter(Response response, Frequency low, Frequency high, int order) {
    this.response = response;
    this.low = low;
    this.high = high;
    this.order = order;
    boolean isBand = response == Response.BAND_PASS || response == Response.BAND_STOP;
    if (isBand && low.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          response
              + " filter must be from a lower to a higher frequency, but was from "
              + low
              + " to "
              + high);
    }
    if (order < 1 || order > HIGHEST_ORDER) {
      throw new IllegalArgumentException(
          "order of a filter must be from 1 to " + HIGHEST_ORDER + ", but was " + order);
    }
  }

  /**
   * {@return a filter that keeps what is slower than {@code cutOff}}
   *
   * @param cutOff where half of the amplitude passes; below half of the sampling rate
   */
  public static Filter lowPass(Frequency cutOff) {
    return new Filter(Response.LOW_PASS, cutOff, cutOff, ORDER);
  }

  /**
   * {@return a filter that keeps what is faster than {@code cutOff}, and takes away the mean}
   *
   * @param cutOff where half of the amplitude passes; below half of the sampling rate
   */
  public static Filter highPass(Frequency cutOff) {
    return new Filter(Response.HIGH_PASS, cutOff, cutOff, ORDER);
  }

  /**
   * {@return a filter that keeps what is between two frequencies, and takes away the mean}
   *
   * @param low the lower cut-off frequency
   * @param high the upper one, below half of the sampling rate
   * @throws IllegalArgumentException if {@code low} is not below {@code high}
   */
  public static Filter bandPass(Frequency low, Frequency high) {
    return new Filter(Response.BAND_PASS, low, high, ORDER);
  }

  /**
   * {@return a filter that takes away what is between two frequencies}
   *
   * @param low the lower cut-off frequency
   * @param high the upper one, below half of the sampling rate
   * @throws IllegalArgumentException if {@code low} is not below {@code high}
   */
  public static Filter bandStop(Frequency low, Frequency high) {
    return new Filter(Response.BAND_STOP, low, high, ORDER);
  }

  /**
   * {@return a filter of order 2 that takes away 1 Hz to either side of {@code line}: mains hum at
   * {@code hz(50)} or {@code hz(60)}}
   *
   * @param line the middle of what is taken away; above 1 Hz
   * @throws IllegalArgumentException if {@code line} is not above 1 Hz
   */
  public static Filter notch(Frequency line) {
    if (!(line.hertz() > NOTCH_HALF_WIDTH)) {
      throw new IllegalArgumentException(
          "a notch is 1 Hz wide to either side, but was at " + line + "; use bandStop");
    }
    Frequency from = Frequency.hz(line.hertz() - NOTCH_HALF_WIDTH);
    Frequency to = Frequency.hz(line.hertz() + NOTCH_HALF_WIDTH);
    return new Filter(Response.BAND_STOP, from, to, NOTCH_ORDER);
  }

  /**
   * {@return this filter with another order: the higher, the steeper, and the longer it rings} One
   * run falls by 6 dB times the order per octave beyond a cut-off frequency, both by twice that.
   *
   * @param newOrder of the low-pass filter that this one is derived from, 1 to 12; 4 by default, of
   *     a notch 2
   * @throws IllegalArgumentException if it is outside that
   */
  public Filter order(int newOrder) {
    return new Filter(response, low, high, newOrder);
  }

  /**
   * {@return the part of the amplitude that passes at a frequency: 1 for all, 0 for nothing}
   *
   * @param frequency of a sine that passes; up to half of {@code rate}
   * @param rate the sampling rate of the signal
   * @throws IllegalArgumentException if a cut-off frequency is not below half of {@code rate}
   */
  public double gain(Frequency frequency, Frequency rate) {
    double one = sections(rate).gain(frequency.hertz() / rate.hertz());
    return one * one;
  }

  /**
   * {@return each channel of each series, filtered} Stretches that are not finite stay so, and are
   * not filtered across.
   *
   * @param x n x channels x samples; left as it is
   * @throws IllegalArgumentException if a cut-off frequency is not below half of the sampling rate
   */
  public TimeSeries apply(TimeSeries x) {
    Sections sections = sections(x.rate());
    return Channels.map(x, x.samples(), x.rate(), channel -> filtered(channel, sections));
  }

  /**
   * {@return a signal, filtered} Stretches that are not finite stay so.
   *
   * @param signal the samples of one channel; left as it is
   * @param rate its sampling rate
   * @param breaks samples at which time jumps; nothing is filtered across them
   * @throws IllegalArgumentException if a cut-off frequency is not below half of {@code rate}
   */
  public double[] apply(double[] signal, Frequency rate, int... breaks) {
    return filtered(signal, sections(rate), breaks);
  }

  private static double[] filtered(double[] signal, Sections sections, int... breaks) {
    double[] filtered = signal.clone();
    for (Stretch stretch : Stretch.all(signal, breaks)) {
      ZeroPhase.filter(filtered, stretch.from(), stretch.to(), sections);
    }
    return filtered;
  }

  private Sections sections(Frequency rate) {
    Frequency highest = response == Response.LOW_PASS ? low : high;
    if (!(highest.hertz() < rate.hertz() / 2)) {
      throw new IllegalArgumentException(
          this
              + " needs a sampling rate above "
              + Frequency.hz(2 * highest.hertz())
              + ", but it is "
              + rate);
    }
    return response.design(order, low.hertz() / rate.hertz(), high.hertz() / rate.hertz());
  }

  @Override
  public Fitted<TimeSeries, TimeSeries> fit(TimeSeries training) {
    sections(training.rate());
    return new FittedFilter(this, training.empty());
  }

  Response response() {
    return response;
  }

  Frequency low() {
    return low;
  }

  Frequency high() {
    return high;
  }

  int order() {
    return order;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Filter other
        && response == other.response
        && low.equals(other.low)
        && high.equals(other.high)
        && order == other.order;
  }

  @Override
  public int hashCode() {
    return Objects.hash(response, low, high, order);
  }

  @Override
  public String toString() {
    String frequencies = low.equals(high) ? low.toString() : low + " to " + high;
    return response + " filter of order " + order + ", " + frequencies;
  }
}
