package org.jansenrit.core.eeg;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.TimeSeries;

/**
 * What potentials are measured against: each channel less a weighted mean of channels. Immutable;
 * applying it gives a new lead field, recording or average.
 */
public final class Reference {
  private final String name;
  private final List<String> electrodes;

  private Reference(String name, List<String> electrodes) {
    this.name = name;
    this.electrodes = List.copyOf(electrodes);
  }

  /** {@return the reference of the lead field or the recording as it is} */
  public static Reference asGiven() {
    return new Reference("reference as given", List.of());
  }

  /** {@return the average of all channels} */
  public static Reference average() {
    return new Reference("average reference", List.of());
  }

  /**
   * {@return one electrode, whose channel stays, and is zero}
   *
   * @param name the name of a channel
   */
  public static Reference electrode(String name) {
    return new Reference("reference " + name, List.of(name));
  }

  /**
   * {@return the mean of some electrodes, whose channels stay: linked mastoids or ears}
   *
   * @param names of channels, at least one, all different
   * @throws IllegalArgumentException if there is none, or one is given twice
   */
  public static Reference linked(String... names) {
    if (names.length == 0 || Arrays.stream(names).distinct().count() < names.length) {
      throw new IllegalArgumentException(
          "linked electrodes must be there and differ, but were " + Arrays.toString(names));
    }
    return new Reference("linked " + String.join(" and ", names), List.of(names));
  }

  /**
   * {@return {@code field} against this reference}
   *
   * @param field all of whose sources are taken against this
   * @throws IllegalArgumentException if an electrode is not among its channels, or there is only
   *     one to average
   */
  public LeadField apply(LeadField field) {
    double[][] gains = field.gains();
    subtract(weights(field.channels()), gains);
    return isAsGiven() ? field : field.against(gains, name);
  }

  /**
   * {@return {@code series} against this reference, in every simulation or trial}
   *
   * @param series n x channels x samples
   * @throws IllegalArgumentException if an electrode is not among its channels, or there is only
   *     one to average
   */
  public TimeSeries apply(TimeSeries series) {
    if (isAsGiven()) {
      return series;
    }
    double[] weights = weights(series.channels());
    var builder =
        TimeSeries.builder(
            series.size(), series.channels(), series.samples(), series.rate(), series.unit());
    for (int i = 0; i < series.size(); i++) {
      double[][] x = new double[weights.length][];
      for (int c = 0; c < x.length; c++) {
        x[c] = series.channel(i, c);
      }
      subtract(weights, x);
      for (int c = 0; c < x.length; c++) {
        builder.put(i, c, narrow(x[c]));
      }
    }
    return builder.build().startingAt(series.start());
  }

  /** Returns the weight of each channel in what is subtracted; they sum to 1, or are all 0. */
  double[] weights(List<String> channels) {
    double[] weights = new double[channels.size()];
    if (isAverage()) {
      requireSeveral(channels);
      Arrays.fill(weights, 1.0 / weights.length);
    }
    for (String electrode : electrodes) {
      int place = channels.indexOf(electrode);
      if (place < 0) {
        throw Lookup.missing("channel", electrode, channels);
      }
      weights[place] = 1.0 / electrodes.size();
    }
    return weights;
  }

  boolean isAsGiven() {
    return electrodes.isEmpty() && !isAverage();
  }

  private boolean isAverage() {
    return name.equals("average reference");
  }

  private static void requireSeveral(List<String> channels) {
    if (channels.size() < 2) {
      throw new IllegalArgumentException(
          "one channel, " + channels.get(0) + ", against its own mean is zero");
    }
  }

  /** Subtracts the weighted mean of the rows from each of them. */
  private static void subtract(double[] weights, double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (int c = 0; c < rows.length; c++) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += weights[c] * rows[c][k];
      }
    }
    for (double[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        row[k] -= mean[k];
      }
    }
  }

  private static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int k = 0; k < narrow.length; k++) {
      narrow[k] = (float) wide[k];
    }
    return narrow;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Reference other
        && name.equals(other.name)
        && electrodes.equals(other.electrodes);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
