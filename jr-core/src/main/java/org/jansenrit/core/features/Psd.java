package org.jansenrit.core.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.quantity.Frequency;

/**
 * The power spectral density on a logarithmic grid: its mean in each of a number of neighbouring
 * bins, in unit&sup2;/Hz.
 *
 * <p>Bins are equally wide in log f, except that none is narrower than the resolution of the
 * spectrum: at the low end they are as wide as that.
 *
 * @param bins how many; at least one
 * @param from the lower edge of the first; empty for the resolution of the spectrum
 * @param to the upper edge of the last; empty for the Nyquist frequency
 * @param log10 whether its decimal logarithm is meant
 * @param welch how the spectrum is estimated
 * @see <a href="https://doi.org/10.1016/j.measurement.2005.10.010">Tr&ouml;bs &amp; Heinzel
 *     (2006)</a>
 */
public record Psd(
    int bins, Optional<Frequency> from, Optional<Frequency> to, boolean log10, Welch welch)
    implements Summary {

  /**
   * Creates a summary; whether it fits a signal is checked by {@link #prepare}.
   *
   * @param bins how many
   * @param from the lower edge of the first
   * @param to the upper edge of the last
   * @param log10 whether the logarithm is meant
   * @param welch how the spectrum is estimated
   * @throws IllegalArgumentException if there is no bin
   */
  public Psd {
    if (bins < 1) {
      throw new IllegalArgumentException("a spectrum needs at least 1 bin, but got " + bins);
    }
  }

  /**
   * {@return {@code count} bins from the resolution of the spectrum to the Nyquist frequency}
   *
   * @param count how many; at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Psd logBins(int count) {
    return new Psd(count, Optional.empty(), Optional.empty(), false, Welch.standard());
  }

  /**
   * {@return these bins between {@code low} and {@code high}}
   *
   * @param low the lower edge of the first
   * @param high the upper edge of the last, above {@code low}
   */
  public Psd between(Frequency low, Frequency high) {
    return new Psd(bins, Optional.of(low), Optional.of(high), log10, welch);
  }

  /** {@return the decimal logarithm of the density: minus infinity where there is no power} */
  public Psd inLog10() {
    return new Psd(bins, from, to, true, welch);
  }

  /**
   * {@return this of spectra estimated another way}
   *
   * @param settings how the spectrum is estimated
   */
  public Psd welch(Welch settings) {
    return new Psd(bins, from, to, log10, settings);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    double[] edges = edges(shape);
    String unit = Units.density(shape.unit());
    List<String> names = new ArrayList<>();
    for (int j = 0; j < bins; j++) {
      String range = Units.range(edges[j], edges[j + 1]);
      names.add(log10 ? "log10 PSD %s (log10 %s)".formatted(range, unit) : named(range, unit));
    }
    return welch.prepared(shape, names, spectrum -> densities(spectrum, edges));
  }

  private static String named(String range, String unit) {
    return "PSD %s (%s)".formatted(range, unit);
  }

  private double[] densities(Spectrum spectrum, double[] edges) {
    double[] densities = new double[bins];
    for (int j = 0; j < bins; j++) {
      double mean = spectrum.power(edges[j], edges[j + 1]) / (edges[j + 1] - edges[j]);
      densities[j] = log10 ? Math.log10(mean) : mean;
    }
    return densities;
  }

  private double[] edges(SignalShape shape) {
    double resolution = welch.resolution(shape);
    double low = from.map(Frequency::hertz).orElse(resolution);
    double high = to.map(Frequency::hertz).orElse(shape.rate().hertz() / 2);
    welch.require("spectrum", low, high, shape);
    int most = (int) Math.floor((high - low) / resolution + 1e-9);
    if (bins > most) {
      throw new IllegalArgumentException(
          "%d bins in %s are narrower than the resolution of %s Hz; at most %d fit, or use longer segments"
              .formatted(bins, Units.range(low, high), Units.digits(resolution), most));
    }
    return edges(low, high, resolution);
  }

  /** Bisects for the ratio of neighbouring edges at which the last one is {@code high}. */
  private double[] edges(double low, double high, double narrowest) {
    double smaller = 1;
    double larger = high / low;
    for (int k = 0; k < 200; k++) {
      double middle = (smaller + larger) / 2;
      if (edgesOf(low, middle, narrowest)[bins] > high) {
        larger = middle;
      } else {
        smaller = middle;
      }
    }
    double[] edges = edgesOf(low, smaller, narrowest);
    edges[bins] = high;
    return edges;
  }

  private double[] edgesOf(double low, double ratio, double narrowest) {
    double[] edges = new double[bins + 1];
    edges[0] = low;
    for (int j = 0; j < bins; j++) {
      edges[j + 1] = Math.max(edges[j] * ratio, edges[j] + narrowest);
    }
    return edges;
  }

  @Override
  public Archive toArchive() {
    Archive archive = Archive.of("psd").with("bins", bins).with("log10", log10 ? 1 : 0);
    archive = Saved.frequency(archive, "from", from);
    return Saved.frequency(archive, "to", to).with("welch", welch.toArchive());
  }

  static Psd read(Archive archive) throws IOException {
    return new Psd(
        archive.count("bins"),
        Saved.frequency(archive, "from"),
        Saved.frequency(archive, "to"),
        archive.count("log10") == 1,
        Welch.read(archive.part("welch")));
  }

  @Override
  public String toString() {
    return (log10 ? "log10 " : "")
        + "PSD in "
        + bins
        + " log bins"
        + from.map(low -> " from " + low).orElse("")
        + to.map(high -> " to " + high).orElse("")
        + ", "
        + welch;
  }
}
