package org.jansenrit.inference.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Trials;

/**
 * Mean 0 and standard deviation 1 over training rows: each value by its own, or all samples of a
 * channel alike, which keeps the shape of signals. All trials are scaled alike. What does not vary
 * is only centred. Immutable.
 */
public final class InputScale {
  /** Standard deviation, relative to the mean, below which 32-bit floats show rounding only. */
  private static final double ROUNDING = 1e-7;

  private static final String KIND = "input scale";

  private final int[] shape;
  private final int group;
  private final int trials;
  private final double[] mean;
  private final double[] sd;
  private final double[] factor;

  private InputScale(int[] shape, int group, int trials, double[] mean, double[] sd) {
    this.shape = shape;
    this.group = group;
    this.trials = trials;
    this.mean = mean;
    this.sd = sd;
    this.factor = Arrays.stream(sd).map(x -> 1 / x).toArray();
  }

  /**
   * Measures all rows.
   *
   * @param x the training set; not empty
   * @param byChannel whether all samples of a channel share one mean and standard deviation
   * @return the scale of these rows
   */
  public static InputScale of(Observations x, boolean byChannel) {
    return of(x, IntStream.range(0, x.size()).toArray(), byChannel);
  }

  /**
   * Measures some rows.
   *
   * @param x the rows and, perhaps, others
   * @param rows the training rows; not empty
   * @param byChannel whether all samples of a channel share one mean and standard deviation
   * @return the scale of the training rows
   */
  public static InputScale of(Observations x, int[] rows, boolean byChannel) {
    int[] shape = shape(x);
    int group = byChannel ? shape[shape.length - 1] : 1;
    int trials = x instanceof Trials<?> several ? several.count() : 1;
    double count = (double) rows.length * group * trials;
    double[] mean = new double[x.width() / group / trials];
    add(x, rows, group, mean.length, (g, v) -> mean[g] += v / count);
    double[] sd = new double[mean.length];
    add(x, rows, group, sd.length, (g, v) -> sd[g] += (v - mean[g]) * (v - mean[g]) / count);
    for (int g = 0; g < sd.length; g++) {
      double root = Math.sqrt(sd[g]);
      sd[g] = root > ROUNDING * Math.abs(mean[g]) ? root : 1;
    }
    return new InputScale(shape, group, trials, mean, sd);
  }

  private static int[] shape(Observations x) {
    if (x instanceof Trials<?> trials) {
      return IntStream.concat(IntStream.of(trials.count()), IntStream.of(shape(trials.each())))
          .toArray();
    }
    return x instanceof TimeSeries series
        ? new int[] {series.channels().size(), series.samples()}
        : new int[] {x.width()};
  }

  /** {@return what {@link #of(Archive)} reads} */
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("shape", Arrays.stream(shape).boxed().toList())
        .with("group", group)
        .with("trials", trials)
        .with("mean", mean, mean.length)
        .with("sd", sd, sd.length);
  }

  /**
   * {@return the scale that was saved}
   *
   * @param archive made by {@link #toArchive}
   * @throws IOException if there is none in {@code archive}, its arrays do not fit its shape, or a
   *     standard deviation is not positive
   */
  public static InputScale of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    int[] shape = archive.counts("shape").stream().mapToInt(n -> n).toArray();
    int width = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    int group = archive.count("group");
    int trials = archive.has("trials") ? archive.count("trials") : 1;
    if (group < 1 || trials < 1 || width % Math.multiplyExact(group, trials) != 0) {
      throw new IOException(
          "input scale: %d values do not divide into %d trials of groups of %d"
              .formatted(width, trials, group));
    }
    int groups = width / group / trials;
    double[] sd = archive.doubles("sd", groups);
    for (double one : sd) {
      if (!(one > 0)) {
        throw new IOException(
            "input scale: a standard deviation must be positive, but one is " + one);
      }
    }
    return new InputScale(shape, group, trials, archive.doubles("mean", groups), sd);
  }

  private interface Sink {
    void accept(int group, double value);
  }

  private static void add(Observations x, int[] rows, int group, int groups, Sink sink) {
    float[] row = new float[x.width()];
    for (int i : rows) {
      x.copyTo(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        sink.accept(j / group % groups, row[j]);
      }
    }
  }

  /**
   * {@return the shape of one row: {channels, samples} of time series, {width} of features, the
   * number of trials first if there are several}
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * {@return all rows of {@code parts}, one part after the other, scaled as they are asked for}
   *
   * @param parts of the shape that was measured
   */
  public Inputs apply(Observations... parts) {
    return new Scaled(List.of(parts));
  }

  @Override
  public String toString() {
    return "InputScale[" + mean.length + " means, inputs of " + Arrays.toString(shape) + "]";
  }

  private final class Scaled implements Inputs {
    private final List<Observations> parts;

    Scaled(List<Observations> parts) {
      this.parts = parts;
    }

    @Override
    public int size() {
      return parts.stream().mapToInt(Observations::size).sum();
    }

    @Override
    public int[] shape() {
      return shape.clone();
    }

    @Override
    public void copyTo(int row, float[] target, int offset) {
      int i = row;
      int part = 0;
      while (i >= parts.get(part).size()) {
        i -= parts.get(part++).size();
      }
      parts.get(part).copyTo(i, target, offset);
      for (int t = 0; t < trials; t++) {
        scaleTrial(target, offset + t * mean.length * group);
      }
    }

    private void scaleTrial(float[] x, int from) {
      if (group == 1) {
        scaleEach(x, from);
      } else {
        for (int g = 0; g < mean.length; g++) {
          scale(x, from + g * group, group, mean[g], factor[g]);
        }
      }
    }

    // loops without a division, which are vectorised

    private void scaleEach(float[] x, int from) {
      for (int j = 0; j < mean.length; j++) {
        x[from + j] = (float) ((x[from + j] - mean[j]) * factor[j]);
      }
    }

    private static void scale(float[] x, int from, int count, double mean, double factor) {
      for (int j = from; j < from + count; j++) {
        x[j] = (float) ((x[j] - mean) * factor);
      }
    }
  }
}
