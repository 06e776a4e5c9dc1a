package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What each source does to each channel: channels x sources gains, in uV per nAm. An immutable
 * value.
 *
 * <p>How strong a source is for a model's output in mV is not settled here: that is a gain of the
 * monitor, in nAm per mV.
 */
public final class LeadField {
  private final List<String> channels;
  private final double[][] gains;
  private final String reference;

  private LeadField(List<String> channels, double[][] gains, String reference) {
    this.channels = List.copyOf(channels);
    this.gains = gains;
    this.reference = reference;
  }

  /**
   * Computes the gains of dipoles in a spherical head, against infinity.
   *
   * @param montage where the channels are
   * @param head the spheres
   * @param sources at least one dipole, inside {@code head.brainRadius()}
   * @return a gain per channel and source, in uV per nAm
   * @throws IllegalArgumentException if there is no source, or one is not in the innermost sphere
   */
  public static LeadField of(Montage montage, HeadModel head, Dipole... sources) {
    double[][] gains = new double[montage.size()][sources.length];
    for (int s = 0; s < sources.length; s++) {
      ShellSeries series = head.series(sources[s]);
      for (int c = 0; c < gains.length; c++) {
        gains[c][s] = series.potential(montage.positions().get(c));
      }
    }
    return of(montage.names(), gains, "reference at infinity");
  }

  /**
   * Creates a lead field from gains computed elsewhere, such as by a boundary element model.
   *
   * @param channels the names of the channels, different from each other
   * @param gains {@code gains[channel][source]}, in uV per nAm; gains in V per Am, as MNE-Python
   *     has them, are 1000 times larger and must be divided by 1000
   * @return the same gains
   * @throws IllegalArgumentException if there is no channel or no source, the numbers of channels
   *     differ, rows differ in length, a name appears twice or a gain is not finite
   */
  public static LeadField of(List<String> channels, double[][] gains) {
    return of(channels, gains, "reference as given");
  }

  /**
   * Reads gains that were computed elsewhere, with the names of their channels: a {@code .npz} file
   * of NumPy's with {@code gains} (channels x sources) and {@code ch_names}, or a table of text
   * with a line per channel, which has its name and one gain per source, separated by commas,
   * semicolons or tabs; a first line without numbers is a heading, and lines that begin with # are
   * left out.
   *
   * <pre>{@code
   * np.savez("field.npz", gains=fwd["sol"]["data"], ch_names=fwd["sol"]["row_names"])
   * LeadField.read(Path.of("field.npz"), "V/Am")
   * }</pre>
   *
   * @param file {@code .npz}, or any other ending for a table of text
   * @param unit of the gains: {@code "uV/nAm"}, or {@code "V/Am"} as MNE-Python has them
   * @return the gains, in uV per nAm
   * @throws IOException if there is no such file, it is damaged or has no names, rows differ in
   *     length, or the largest gain is a thousand times off, as in the other unit; the message says
   *     where
   * @throws IllegalArgumentException if the unit is another
   */
  public static LeadField read(Path file, String unit) throws IOException {
    return LeadFieldFile.read(file, unit, List.of());
  }

  /**
   * Reads gains without names: {@code .npy}, {@code .npz}, or a table of numbers alone; else as
   * {@link #read(Path, String)}.
   *
   * @param file {@code .npy}, {@code .npz}, or any other ending for a table of text
   * @param unit of the gains: {@code "uV/nAm"}, or {@code "V/Am"} as MNE-Python has them
   * @param channels the names of the rows, in order
   * @return the gains, in uV per nAm
   * @throws IOException as {@link #read(Path, String)}, or if there are more or fewer rows than
   *     names
   * @throws IllegalArgumentException if the unit is another, or there are no names
   */
  public static LeadField read(Path file, String unit, List<String> channels) throws IOException {
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("the channels have no names; leave them out to read them");
    }
    return LeadFieldFile.read(file, unit, channels);
  }

  private static LeadField of(List<String> channels, double[][] gains, String reference) {
    if (channels.isEmpty() || channels.size() != gains.length || gains[0].length == 0) {
      throw new IllegalArgumentException(
          "a lead field needs channels and sources, and a row of gains per channel, but got "
              + channels.size()
              + " channels, "
              + gains.length
              + " rows and "
              + (gains.length == 0 ? 0 : gains[0].length)
              + " sources");
    }
    requireDistinct(channels);
    double[][] copy = new double[gains.length][];
    for (int c = 0; c < gains.length; c++) {
      copy[c] = requireRow(channels.get(c), gains[c], gains[0].length).clone();
    }
    return new LeadField(channels, copy, reference);
  }

  /** {@return the names of the channels} */
  public List<String> channels() {
    return channels;
  }

  /** {@return the number of sources} */
  public int sources() {
    return gains[0].length;
  }

  /**
   * {@return the gain of {@code source} at {@code channel}, both from 0 on, in uV per nAm}
   *
   * @param channel the number of a channel, from 0 on
   * @param source the number of a source, from 0 on
   * @throws IndexOutOfBoundsException if there is no such channel or source
   */
  public double gain(int channel, int source) {
    return gains[Objects.checkIndex(channel, gains.length)][Objects.checkIndex(source, sources())];
  }

  /**
   * {@return the gain of {@code source}, from 0 on, at a channel, in uV per nAm}
   *
   * @param channel its name
   * @param source the number of a source, from 0 on
   * @throws IllegalArgumentException if there is no such channel
   */
  public double gain(String channel, int source) {
    return gain(indexOf(channel), source);
  }

  /** {@return all gains as a fresh array, {@code [channel][source]}, in uV per nAm} */
  public double[][] gains() {
    return Arrays.stream(gains).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * {@return the gains of sources {@code moment} nAm strong}
   *
   * @param moment in nAm; finite
   * @throws IllegalArgumentException if a gain would not be finite
   */
  public LeadField times(double moment) {
    double[][] scaled = gains();
    for (int c = 0; c < scaled.length; c++) {
      for (int s = 0; s < scaled[c].length; s++) {
        scaled[c][s] *= moment;
      }
      requireRow(channels.get(c), scaled[c], sources());
    }
    return new LeadField(channels, scaled, reference);
  }

  /**
   * {@return these gains against {@code zero}: {@code field.reference(Reference.average())}}
   *
   * @param zero the reference; see {@link Reference#apply(LeadField)}
   */
  public LeadField reference(Reference zero) {
    return zero.apply(this);
  }

  /** Returns a lead field of the same channels and sources. */
  LeadField against(double[][] newGains, String name) {
    return new LeadField(channels, newGains, name);
  }

  private int indexOf(String channel) {
    int i = channels.indexOf(channel);
    if (i < 0) {
      throw Lookup.missing("channel", channel, channels);
    }
    return i;
  }

  private static void requireDistinct(List<String> channels) {
    if (channels.stream().distinct().count() < channels.size()) {
      throw new IllegalArgumentException("a channel appears twice in " + channels);
    }
  }

  private static double[] requireRow(String channel, double[] row, int sources) {
    if (row.length != sources || !Arrays.stream(row).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "gains of channel "
              + channel
              + " must be "
              + sources
              + " finite numbers, one per source, but were "
              + Arrays.toString(row));
    }
    return row;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LeadField other
        && channels.equals(other.channels)
        && reference.equals(other.reference)
        && Arrays.deepEquals(gains, other.gains);
  }

  @Override
  public int hashCode() {
    return 31 * channels.hashCode() + Arrays.deepHashCode(gains);
  }

  @Override
  public String toString() {
    return "LeadField["
        + channels.size()
        + (channels.size() == 1 ? " channel x " : " channels x ")
        + sources()
        + (sources() == 1 ? " source" : " sources")
        + ", uV/nAm, "
        + reference
        + "]";
  }
}
