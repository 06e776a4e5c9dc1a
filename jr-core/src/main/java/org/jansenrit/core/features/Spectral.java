package org.jansenrit.core.features;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.math.Fourier;
import org.jansenrit.core.quantity.Frequency;

/**
 * One number that tells the shape of a spectrum. Not defined where there is no power.
 *
 * @param kind which
 * @param share of the power, for the edge; between 0 and 1 for other kinds too
 * @param from where the spectrum is looked at; empty for its first line above 0
 * @param to up to where; empty for the Nyquist frequency
 * @param welch how the spectrum is estimated
 */
public record Spectral(
    Kind kind, double share, Optional<Frequency> from, Optional<Frequency> to, Welch welch)
    implements Summary {

  /**
   * Creates a summary; whether it fits a signal is checked by {@link #prepare}.
   *
   * @param kind which number
   * @param share of the power; between 0 and 1 for other kinds too
   * @param from where the spectrum is looked at
   * @param to up to where
   * @param welch how the spectrum is estimated
   * @throws IllegalArgumentException if {@code share} is not between 0 and 1
   */
  public Spectral {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "a spectral edge has a share of the power between 0 and 1, but got " + share);
    }
  }

  /** What is told of a spectrum. */
  public enum Kind {
    /** The frequency below which a share of the power lies, in Hz. */
    EDGE,
    /** The mean frequency, weighted by power, in Hz. */
    CENTROID,
    /** Shannon's entropy of the power of the lines, over that of a flat spectrum; from 0 to 1. */
    ENTROPY,
    /**
     * The frequency of the highest line, in Hz, refined by a parabola in log through its
     * neighbours.
     */
    PEAK
  }

  /**
   * {@return the frequency, in Hz, below which {@code share} of the power lies: 0.95, say}
   *
   * @param share between 0 and 1
   */
  public static Spectral edge(double share) {
    return of(Kind.EDGE, share);
  }

  /** {@return the mean frequency weighted by power, in Hz} */
  public static Spectral centroid() {
    return of(Kind.CENTROID, 0.5);
  }

  /**
   * {@return Shannon's entropy of the power of the lines over that of a flat spectrum: 1 for white
   * noise, near 0 for a sine}
   *
   * @see <a href="https://doi.org/10.1016/0013-4694(91)90138-T">Inouye et al. (1991)</a>
   */
  public static Spectral entropy() {
    return of(Kind.ENTROPY, 0.5);
  }

  /** {@return the frequency at which the density is highest, in Hz} */
  public static Spectral peak() {
    return of(Kind.PEAK, 0.5);
  }

  private static Spectral of(Kind kind, double share) {
    return new Spectral(kind, share, Optional.empty(), Optional.empty(), Welch.standard());
  }

  /**
   * {@return this of the spectrum between {@code low} and {@code high} only}
   *
   * @param low where it starts
   * @param high where it ends, above {@code low}
   */
  public Spectral between(Frequency low, Frequency high) {
    return new Spectral(kind, share, Optional.of(low), Optional.of(high), welch);
  }

  /**
   * {@return this of spectra estimated another way}
   *
   * @param settings how the spectrum is estimated
   */
  public Spectral welch(Welch settings) {
    return new Spectral(kind, share, from, to, settings);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    double spacing = shape.rate().hertz() / Fourier.length(welch.samples(shape));
    double low = from.map(Frequency::hertz).orElse(spacing);
    double high = to.map(Frequency::hertz).orElse(shape.rate().hertz() / 2);
    welch.require(name(), low, high, shape);
    String unit = kind == Kind.ENTROPY ? " (1)" : " (Hz)";
    String range = from.isPresent() ? " " + Units.range(low, high) : "";
    return welch.prepared(
        shape, List.of(name() + range + unit), x -> new double[] {number(x, low, high)});
  }

  private String name() {
    return switch (kind) {
      case EDGE -> "spectral edge " + shortest(100 * share) + " %";
      case CENTROID -> "spectral centroid";
      case ENTROPY -> "spectral entropy";
      case PEAK -> "peak frequency";
    };
  }

  private double number(Spectrum spectrum, double low, double high) {
    Lines lines = new Lines(spectrum, spectrum.lineFrom(low), spectrum.lineTo(high));
    if (!(lines.power() > 0)) {
      return Double.NaN;
    }
    return switch (kind) {
      case EDGE -> spectrum.frequencyOf(share * spectrum.power(low, high), low, high);
      case CENTROID -> lines.centroid();
      case ENTROPY -> lines.entropy();
      case PEAK -> lines.peak();
    };
  }

  @Override
  public Archive toArchive() {
    Archive archive = Archive.of("spectral").with("number", kind.name()).with("share", share);
    archive = Saved.frequency(archive, "from", from);
    return Saved.frequency(archive, "to", to).with("welch", welch.toArchive());
  }

  static Spectral read(Archive archive) throws IOException {
    return new Spectral(
        Kind.valueOf(archive.text("number")),
        archive.number("share"),
        Saved.frequency(archive, "from"),
        Saved.frequency(archive, "to"),
        Welch.read(archive.part("welch")));
  }

  @Override
  public String toString() {
    return name()
        + from.map(low -> " from " + low).orElse("")
        + to.map(high -> " to " + high).orElse("")
        + ", "
        + welch;
  }
}
