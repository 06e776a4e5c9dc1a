package org.jansenrit.core.signal;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;

/**
 * Another sampling rate, lower or higher, in any ratio. A sinc in a Kaiser window keeps what the
 * new rate can hold: up to 0.4 of the lower of both rates it passes within 0.1 %, and nothing above
 * 0.1 % folds back from beyond half of it. Nothing is delayed. Immutable.
 *
 * <p>The first sample stays where it is; the last is the last that is not after the old one. Near
 * the ends the weights that are left are scaled to sum to 1. As a transform it learns nothing from
 * the training set but its shape.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/resample/">Smith, Digital audio resampling</a>
 */
public final class Resampling implements Transform<TimeSeries, TimeSeries> {
  /** Of a new sample, within which it is where an old one is. */
  private static final double ROUNDING = 1e-7;

  private final Frequency rate;

  private Resampling(Frequency rate) {
    this.rate = rate;
  }

  /**
   * {@return the change to a sampling rate of {@code rate}}
   *
   * @param rate the new sampling rate
   */
  public static Resampling to(Frequency rate) {
    return new Resampling(rate);
  }

  /** {@return the new sampling rate} */
  public Frequency rate() {
    return rate;
  }

  /**
   * {@return how many samples become of {@code samples} at {@code old}}
   *
   * @param samples how many there are; at least one
   * @param old their sampling rate
   * @throws IllegalArgumentException if there would be more than an array can hold
   */
  public int samples(int samples, Frequency old) {
    double count = Math.floor((samples - 1) * ratio(old) + ROUNDING) + 1;
    if (!(count < Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          samples + " samples at " + old + " are too many at " + rate + "; was it given in ms?");
    }
    return (int) count;
  }

  /**
   * {@return each channel of each series at the new rate; what is not finite stays so}
   *
   * @param x n x channels x samples; left as it is
   * @throws IllegalArgumentException if there would be more samples than an array can hold
   */
  public TimeSeries apply(TimeSeries x) {
    var kernel = SincKernel.between(x.rate(), rate);
    int samples = samples(x.samples(), x.rate());
    return Channels.map(x, samples, rate, c -> resampled(c, samples, ratio(x.rate()), kernel));
  }

  /**
   * {@return a signal at the new rate; what is not finite stays so}
   *
   * @param signal the samples of one channel; left as it is
   * @param old its sampling rate
   * @param breaks samples at which time jumps; nothing is carried across them
   * @throws IllegalArgumentException if there would be more samples than an array can hold
   */
  public double[] apply(double[] signal, Frequency old, int... breaks) {
    int samples = samples(signal.length, old);
    return resampled(signal, samples, ratio(old), SincKernel.between(old, rate), breaks);
  }

  /**
   * {@return the new sample that is nearest to an old one, but not before it if it is a break}
   *
   * @param sample the number of an old sample, from 0 on
   * @param old the old sampling rate
   * @param isBreak whether time jumps at the old sample
   */
  public int sampleOf(int sample, Frequency old, boolean isBreak) {
    double where = sample * ratio(old);
    return (int) (isBreak ? Math.ceil(where - ROUNDING) : Math.rint(where));
  }

  private double ratio(Frequency old) {
    return rate.hertz() / old.hertz();
  }

  private static double[] resampled(
      double[] signal, int samples, double ratio, SincKernel kernel, int... breaks) {
    double[] resampled = new double[samples];
    Arrays.fill(resampled, Double.NaN);
    List<Stretch> stretches = Stretch.all(signal, breaks);
    for (Stretch stretch : stretches) {
      int first = (int) Math.ceil(stretch.from() * ratio - ROUNDING);
      for (int k = first; k < samples && k / ratio < stretch.to() - ROUNDING; k++) {
        resampled[k] = kernel.at(k / ratio, signal, stretch);
      }
    }
    return resampled;
  }

  @Override
  public Fitted<TimeSeries, TimeSeries> fit(TimeSeries training) {
    samples(training.samples(), training.rate());
    return new FittedResampling(rate, training.empty());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Resampling other && rate.equals(other.rate);
  }

  @Override
  public int hashCode() {
    return rate.hashCode();
  }

  @Override
  public String toString() {
    return "resampling to " + rate;
  }
}
