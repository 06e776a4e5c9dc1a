package org.jansenrit.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Turns time series into features: each summary of each channel, named {@code "Cz mean (uV)"},
 * channel after channel. Made by {@link Features#of(Summary...)}. Immutable.
 *
 * <p>It learns nothing from data: it is a {@link Transform} before an estimator or a posterior as
 * it stands, and a fitted one for a monitor.
 */
public final class Summaries
    implements Transform<TimeSeries, Features>, Transform.Fitted<TimeSeries, Features> {
  /** The kind of archive of a fitted recipe. */
  public static final String KIND = "features";

  private final List<Summary> parts;

  Summaries(List<Summary> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("at least one summary is needed for features");
    }
    this.parts = List.copyOf(parts);
  }

  /**
   * {@return the features of every simulation, in order}
   *
   * @param x n x channels x samples
   * @throws IllegalArgumentException if a value is not finite, or a feature is not defined: the
   *     power of a constant channel relative to itself, say. The message names simulation and
   *     channel.
   */
  public Features of(TimeSeries x) {
    return of(x, "series");
  }

  private Features of(TimeSeries x, String what) {
    x.requireFinite(what);
    Features features = apply(x);
    for (int i = 0; i < x.size(); i++) {
      if (!features.isFinite(i)) {
        throw new IllegalArgumentException(undefined(x, i, features));
      }
    }
    return features;
  }

  /**
   * {@return the features of every simulation, in order; NaN where one is not defined, as in
   * simulations that diverged}
   *
   * @throws IllegalArgumentException if series of this shape cannot be summed up
   */
  @Override
  public Features apply(TimeSeries x) {
    SignalShape shape = SignalShape.of(x);
    List<Summary.Prepared> prepared = parts.stream().map(part -> part.prepare(shape)).toList();
    List<String> names = names(prepared, x.channels());
    var rows = new RowBuilder(x.size(), names.size());
    IntStream.range(0, x.size())
        .parallel()
        .forEach(i -> rows.put(i, 0, row(x, i, prepared, names.size()), 0, names.size()));
    return Features.of(rows.build(), names);
  }

  @Override
  public Fitted<TimeSeries, Features> fit(TimeSeries training) {
    of(training, "training set");
    return new Known(this, training.empty());
  }

  /** A recipe, and the shape of what it was fitted to. */
  private record Known(Summaries recipe, TimeSeries template)
      implements Fitted<TimeSeries, Features> {

    @Override
    public Features apply(TimeSeries x) {
      x.requireShapeOf(template, "series to sum up", "the training set");
      return recipe.of(x);
    }

    @Override
    public Archive toArchive() {
      List<Archive> parts = recipe.parts.stream().map(Summary::toArchive).toList();
      return Archive.of(KIND).with("input", template).withParts("summaries", parts);
    }
  }

  private static float[] row(TimeSeries x, int i, List<Summary.Prepared> prepared, int numbers) {
    SignalShape shape = SignalShape.of(x);
    float[] row = new float[numbers];
    int at = 0;
    for (int c = 0; c < x.channels().size(); c++) {
      Signal signal = new Signal(shape, x.channel(i, c));
      for (Summary.Prepared part : prepared) {
        at = put(part, signal, row, at);
      }
    }
    return row;
  }

  private static int put(Summary.Prepared part, Signal signal, float[] row, int at) {
    double[] numbers = part.numbers().apply(signal);
    if (numbers.length != part.names().size()) {
      throw new ShapeException("summary", part.names().toString(), numbers.length + " numbers");
    }
    for (int k = 0; k < numbers.length; k++) {
      row[at + k] = (float) numbers[k];
    }
    return at + numbers.length;
  }

  private static List<String> names(List<Summary.Prepared> prepared, List<String> channels) {
    List<String> ofChannel = prepared.stream().flatMap(p -> p.names().stream()).toList();
    Set<String> seen = new HashSet<>();
    for (String name : ofChannel) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two features are called " + name + "; ask once");
      }
    }
    List<String> all = new ArrayList<>();
    channels.forEach(c -> ofChannel.forEach(name -> all.add(c + " " + name)));
    return all;
  }

  private static String undefined(TimeSeries x, int i, Features features) {
    double[] row = features.row(i);
    int j = 0;
    while (Double.isFinite(row[j])) {
      j++;
    }
    int channel = j / (row.length / x.channels().size());
    double[] values = x.channel(i, channel);
    boolean constant = Arrays.stream(values).allMatch(v -> v == values[0]);
    return "simulation %d: %s is not defined%s"
        .formatted(
            i,
            features.names().get(j),
            constant
                ? ", since the channel is constant at "
                    + values[0]
                    + " "
                    + x.unit()
                    + "; leave such channels or simulations out"
                : ": it is " + row[j]);
  }

  @Override
  public String toString() {
    return "features " + parts.stream().map(Summary::toString).collect(Collectors.joining(", "));
  }
}
