package org.jansenrit.core.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.math.Fourier;
import org.jansenrit.core.quantity.Frequency;

/**
 * The exponent and the offset of the part of a spectrum that falls as 1/f^exponent: a straight line
 * through log density over log frequency, by least squares over its lines.
 *
 * <p>The offset is log10 of the density at 1 Hz. As the logarithm of a mean periodogram is low on
 * average, so is the offset, the more so the fewer segments there are; the exponent is not. Leave
 * out the bands in which there are rhythms. The first lines of a steep spectrum lean on those below
 * them: start at twice the resolution or above.
 *
 * @param from where the line starts
 * @param to where it ends
 * @param leftOut bands that are not looked at; copied
 * @param welch how the spectrum is estimated
 * @see <a href="https://doi.org/10.1038/s41593-020-00744-x">Donoghue et al. (2020)</a>
 */
public record Aperiodic(Frequency from, Frequency to, List<Band> leftOut, Welch welch)
    implements Summary {

  /**
   * Creates a summary; whether it fits a signal is checked by {@link #prepare}.
   *
   * @param from where the line starts
   * @param to where it ends
   * @param leftOut bands that are not looked at; copied
   * @param welch how the spectrum is estimated
   */
  public Aperiodic {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * {@return the fit between {@code from} and {@code to}: 2 and 40 Hz, say}
   *
   * @param from where the line starts, in log frequency
   * @param to where it ends, above {@code from}
   */
  public static Aperiodic between(Frequency from, Frequency to) {
    return new Aperiodic(from, to, List.of(), Welch.standard());
  }

  /**
   * {@return this fit without what lies in {@code bands}: {@link Band#ALPHA}, say}
   *
   * @param bands in place of those left out before
   */
  public Aperiodic without(Band... bands) {
    List<Band> all = new ArrayList<>(leftOut);
    all.addAll(List.of(bands));
    return new Aperiodic(from, to, all, welch);
  }

  /**
   * {@return this of spectra estimated another way}
   *
   * @param settings how the spectrum is estimated
   */
  public Aperiodic welch(Welch settings) {
    return new Aperiodic(from, to, leftOut, settings);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    welch.require("aperiodic fit", from.hertz(), to.hertz(), shape);
    double spacing = shape.rate().hertz() / Fourier.length(welch.samples(shape));
    int[] lines = lines(spacing);
    if (lines.length < 3) {
      throw new IllegalArgumentException(
          "aperiodic fit, %s: needs at least 3 lines %s Hz apart, but has %d left"
              .formatted(Units.range(from, to), Units.digits(spacing), lines.length));
    }
    String offset = "aperiodic offset (log10 " + Units.density(shape.unit()) + ")";
    LogLine line = LogLine.through(lines, spacing);
    return welch.prepared(shape, List.of("aperiodic exponent (1)", offset), line::fit);
  }

  private int[] lines(double spacing) {
    int first = Math.max(1, (int) Math.ceil(from.hertz() / spacing - 1e-9));
    int last = (int) Math.floor(to.hertz() / spacing + 1e-9);
    return IntStream.rangeClosed(first, last).filter(k -> isKept(k * spacing)).toArray();
  }

  private boolean isKept(double hertz) {
    return leftOut.stream()
        .noneMatch(band -> hertz >= band.from().hertz() && hertz <= band.to().hertz());
  }

  @Override
  public Archive toArchive() {
    return Archive.of("aperiodic")
        .with("from", from.hertz())
        .with("to", to.hertz())
        .withParts("left out", leftOut.stream().map(Band::toArchive).toList())
        .with("welch", welch.toArchive());
  }

  static Aperiodic read(Archive archive) throws IOException {
    return new Aperiodic(
        Frequency.hz(archive.number("from")),
        Frequency.hz(archive.number("to")),
        Band.read(archive.parts("left out")),
        Welch.read(archive.part("welch")));
  }

  @Override
  public String toString() {
    return "aperiodic fit "
        + Units.range(from, to)
        + (leftOut.isEmpty() ? "" : " without " + leftOut)
        + ", "
        + welch;
  }
}
