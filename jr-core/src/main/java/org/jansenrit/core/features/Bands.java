package org.jansenrit.core.features;

import java.io.IOException;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;

/**
 * The power in some bands, in unit&sup2;; or its share of the power from the lowest edge of the
 * bands to the highest, which a constant signal does not have.
 *
 * @param bands at least one; copied
 * @param relative whether the share is meant
 * @param welch how the spectrum is estimated
 */
public record Bands(List<Band> bands, boolean relative, Welch welch) implements Summary {

  /**
   * Creates a summary; whether it fits a signal is checked by {@link #prepare}.
   *
   * @param bands what is looked at; copied
   * @param relative whether shares are meant
   * @param welch how the spectrum is estimated
   * @throws IllegalArgumentException if there is no band
   */
  public Bands {
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("at least one band is needed for band powers");
    }
  }

  /** {@return the powers of delta, theta, alpha, beta and gamma, 1 to 45 Hz} */
  public static Bands standard() {
    return new Bands(Band.STANDARD, false, Welch.standard());
  }

  /**
   * {@return the powers of {@code bands}}
   *
   * @param bands at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Bands of(Band... bands) {
    return new Bands(List.of(bands), false, Welch.standard());
  }

  /** {@return the shares of these bands in the power between their lowest and highest edge} */
  public Bands relativePower() {
    return new Bands(bands, true, welch);
  }

  /**
   * {@return this of spectra estimated another way}
   *
   * @param settings how the spectrum is estimated
   */
  public Bands welch(Welch settings) {
    return new Bands(bands, relative, settings);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    for (Band band : bands) {
      welch.require("band " + band.name(), band.from().hertz(), band.to().hertz(), shape);
    }
    String unit = relative ? "1" : Units.squared(shape.unit());
    String kind = relative ? " relative power (" : " power (";
    List<String> names = bands.stream().map(band -> band + kind + unit + ")").toList();
    return welch.prepared(shape, names, this::powers);
  }

  private double[] powers(Spectrum spectrum) {
    double whole = relative ? spectrum.power(lowest(), highest()) : 1;
    return bands.stream()
        .mapToDouble(band -> spectrum.power(band.from().hertz(), band.to().hertz()) / whole)
        .toArray();
  }

  private double lowest() {
    return bands.stream().mapToDouble(band -> band.from().hertz()).min().orElseThrow();
  }

  private double highest() {
    return bands.stream().mapToDouble(band -> band.to().hertz()).max().orElseThrow();
  }

  @Override
  public Archive toArchive() {
    return Archive.of("bands")
        .withParts("bands", bands.stream().map(Band::toArchive).toList())
        .with("relative", relative ? 1 : 0)
        .with("welch", welch.toArchive());
  }

  static Bands read(Archive archive) throws IOException {
    return new Bands(
        Band.read(archive.parts("bands")),
        archive.count("relative") == 1,
        Welch.read(archive.part("welch")));
  }

  @Override
  public String toString() {
    return (relative ? "relative powers of " : "powers of ") + bands + ", " + welch;
  }
}
