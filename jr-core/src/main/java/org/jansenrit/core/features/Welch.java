package org.jansenrit.core.features;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.report.Figure;

/**
 * How spectra are estimated: the mean periodogram of overlapping segments, each less its own mean
 * and under a Hann window, filled up with zeros to a power of two.
 *
 * <p>Densities are one-sided, in unit&sup2;/Hz: white noise of variance v has 2 v / rate.
 *
 * @param segment the length of a segment; empty for the largest power of two of samples that is at
 *     most 2 s and at most half of the signal
 * @param overlap the share of a segment that the next one shares; from 0, below 1
 * @see <a href="https://doi.org/10.1109/TAU.1967.1161901">Welch (1967)</a>
 */
public record Welch(Optional<Time> segment, double overlap) {
  private static final double LONGEST_BY_DEFAULT = 2;

  /**
   * Creates settings; whether they fit a signal is checked when it is known.
   *
   * @param segment the length of a segment
   * @param overlap the share of a segment that the next one shares
   * @throws IllegalArgumentException if {@code segment} is not positive, or {@code overlap} outside
   *     [0, 1)
   */
  public Welch {
    segment.ifPresent(length -> length.requirePositive("segment"));
    if (!(overlap >= 0 && overlap < 1)) {
      throw new IllegalArgumentException("overlap must be in [0, 1), but was " + overlap);
    }
  }

  /** {@return segments as long as fits the signal, overlapping by half} */
  public static Welch standard() {
    return new Welch(Optional.empty(), 0.5);
  }

  /**
   * {@return segments of {@code length}, overlapping by half: a resolution of 1 / length}
   *
   * @param length positive, and at most that of the signal
   * @throws IllegalArgumentException if it is not positive
   */
  public static Welch segments(Time length) {
    return new Welch(Optional.of(length), 0.5);
  }

  /**
   * {@return these segments with another overlap, from 0 and below 1}
   *
   * @param share of a segment, from 0 and below 1
   * @throws IllegalArgumentException if it is outside that
   */
  public Welch overlap(double share) {
    return new Welch(segment, share);
  }

  /** Prepares to compute {@code numbers} from the spectrum of signals of {@code shape}. */
  Summary.Prepared prepared(
      SignalShape shape, List<String> names, Function<Spectrum, double[]> numbers) {
    WelchPlan plan = new WelchPlan(this, shape);
    return new Summary.Prepared(names, x -> numbers.apply(x.derived(plan)));
  }

  /**
   * Draws the power spectral density of each channel, on logarithmic axes: of several simulations,
   * the median.
   *
   * @param series n x channels x samples, at most eight channels; pick some of more
   * @return one panel: density against frequency, in unit&sup2;/Hz and Hz
   * @throws IllegalArgumentException if there are more, a segment does not fit, or no simulation is
   *     finite
   */
  public Figure figure(TimeSeries series) {
    return SpectrumFigure.of(this, series);
  }

  /** Returns the number of samples of a segment. */
  int samples(SignalShape shape) {
    int samples =
        segment
            .map(length -> (int) Math.rint(Math.min(1e9, length.seconds() * shape.rate().hertz())))
            .orElseGet(() -> standardSamples(shape));
    if (samples > shape.samples()) {
      throw new IllegalArgumentException(
          "spectrum: segments of %s, %d samples, are longer than the signal, %s of %s"
              .formatted(segment.orElseThrow(), samples, shape.duration(), shape));
    }
    if (samples < 4) {
      throw new IllegalArgumentException(
          "spectrum: segments need at least 4 samples, but have %d of %s"
              .formatted(samples, shape));
    }
    return samples;
  }

  private static int standardSamples(SignalShape shape) {
    double most = Math.min(shape.samples() / 2.0, LONGEST_BY_DEFAULT * shape.rate().hertz());
    return Integer.highestOneBit((int) most);
  }

  /** Returns the distance of two lines of the window's own resolution, in Hz: rate / samples. */
  double resolution(SignalShape shape) {
    return shape.rate().hertz() / samples(shape);
  }

  /**
   * Refuses a range that these spectra do not have or do not resolve.
   *
   * @param what what lies in that range, for the message: {@code "alpha"}
   */
  void require(String what, double from, double to, SignalShape shape) {
    String range = what + ", " + Units.range(from, to) + ",";
    double nyquist = shape.rate().hertz() / 2;
    if (!(to > from)) {
      throw new IllegalArgumentException(range + " must end above its start");
    }
    if (to > nyquist * (1 + 1e-9)) {
      throw new IllegalArgumentException(
          "%s exceeds the Nyquist frequency, %s Hz, of a rate of %s"
              .formatted(range, shortest(nyquist), shape.rate()));
    }
    if (to - from < resolution(shape) * (1 - 1e-9)) {
      throw new IllegalArgumentException(
          "%s is narrower than the resolution of %s Hz; segments of at least %s are needed"
              .formatted(range, Units.digits(resolution(shape)), Time.s(1 / (to - from))));
    }
  }

  Archive toArchive() {
    Archive archive = Archive.of("welch").with("overlap", overlap);
    return segment.map(time -> archive.with("segment", time.seconds())).orElse(archive);
  }

  static Welch read(Archive archive) throws IOException {
    Optional<Time> segment =
        archive.has("segment") ? Optional.of(Time.s(archive.number("segment"))) : Optional.empty();
    return new Welch(segment, archive.number("overlap"));
  }

  @Override
  public String toString() {
    return segment.map(Time::toString).orElse("standard")
        + " segments, "
        + shortest(100 * overlap)
        + " % overlap";
  }
}
