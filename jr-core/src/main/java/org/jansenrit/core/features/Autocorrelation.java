package org.jansenrit.core.features;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.quantity.Time;

/**
 * Correlation of a signal with itself, some time later, and how wide it is.
 *
 * <p>Correlations are the biased estimate about the signal's mean; a constant signal has none.
 */
public final class Autocorrelation {
  private static final Signal.Derivation<Correlogram> CORRELOGRAM = Correlogram::of;

  private Autocorrelation() {}

  /**
   * {@return the correlations at {@code lags}, each rounded to a whole number of samples}
   *
   * @param lags none negative, each shorter than the signal
   */
  public static Summary at(Time... lags) {
    return new AtLags(List.of(lags));
  }

  /**
   * {@return the full width at half maximum, in s: twice the lag at which the correlation first
   * falls to 0.5}
   *
   * @see <a href="https://doi.org/10.1016/j.neuron.2012.08.011">Honey et al. (2012)</a>
   */
  public static Summary width() {
    return new Width(0.5);
  }

  static Summary readLags(Archive archive) throws IOException {
    return new AtLags(Saved.numbers(archive, "lags").stream().map(Time::s).toList());
  }

  static Summary readWidth(Archive archive) throws IOException {
    return new Width(archive.number("level"));
  }

  private record AtLags(List<Time> lags) implements Summary {

    @Override
    public Prepared prepare(SignalShape shape) {
      int[] samples = lags.stream().mapToInt(lag -> samples(lag, shape)).toArray();
      List<String> names = lags.stream().map(lag -> "autocorrelation at " + lag + " (1)").toList();
      return new Prepared(
          names, x -> Arrays.stream(samples).mapToDouble(x.derived(CORRELOGRAM)::at).toArray());
    }

    private static int samples(Time lag, SignalShape shape) {
      double samples = Math.rint(lag.seconds() * shape.rate().hertz());
      if (!(samples >= 0 && samples < shape.samples())) {
        throw new IllegalArgumentException(
            "autocorrelation: a lag of %s is not within a signal of %s"
                .formatted(lag, shape.duration()));
      }
      return (int) samples;
    }

    @Override
    public Archive toArchive() {
      List<Double> seconds = lags.stream().map(Time::seconds).toList();
      return Saved.numbers(Archive.of("autocorrelation"), "lags", seconds);
    }

    @Override
    public String toString() {
      return "autocorrelation at " + lags;
    }
  }

  private record Width(double level) implements Summary {

    @Override
    public Prepared prepare(SignalShape shape) {
      double rate = shape.rate().hertz();
      return new Prepared(
          List.of("autocorrelation width (s)"),
          x -> new double[] {2 * x.derived(CORRELOGRAM).lagOf(level) / rate});
    }

    @Override
    public Archive toArchive() {
      return Archive.of("autocorrelation width").with("level", level);
    }

    @Override
    public String toString() {
      return "autocorrelation width";
    }
  }
}
