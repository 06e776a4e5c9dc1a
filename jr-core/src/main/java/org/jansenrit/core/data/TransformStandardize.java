package org.jansenrit.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Mean 0 and standard deviation 1 per channel or feature. */
record TransformStandardize<X extends Observations>() implements Transform<X, X> {
  static final String KIND = "standardize";

  @Override
  public Fitted<X, X> fit(X training) {
    training.requireFinite("training set");
    if (training.size() == 0) {
      throw new IllegalArgumentException(
          "standardization cannot be fitted to an empty training set");
    }
    if (training instanceof Trials<?> trials) {
      return eachTrial(trials);
    }
    Observations template = training.empty();
    Scale[] scales = Scale.fit(training, Scale.groups(training));
    return new Known<>(List.of(scales), template);
  }

  static Known<Observations> read(Archive archive) throws IOException {
    Observations template = archive.template("input");
    int groups = Scale.groups(template);
    double[] means = archive.doubles("mean", groups);
    double[] sds = archive.doubles("sd", groups);
    Scale[] scales = new Scale[groups];
    Arrays.setAll(scales, g -> new Scale(means[g], sds[g]));
    return new Known<>(List.of(scales), template);
  }

  @Override
  public String toString() {
    return "standardized values";
  }

  /** Scales, and the shape of what they were measured on. */
  record Known<X extends Observations>(List<Scale> scales, Observations template)
      implements Fitted<X, X> {

    @Override
    public X apply(X x) {
      x.requireShapeOf(template, "observations to standardize", "the training set");
      return standardized(x, scales);
    }

    @Override
    public Archive toArchive() {
      return Archive.of(KIND)
          .with("input", template)
          .with("mean", scales.stream().mapToDouble(Scale::mean).toArray(), scales.size())
          .with("sd", scales.stream().mapToDouble(Scale::sd).toArray(), scales.size());
    }
  }

  @SuppressWarnings("unchecked") // trials become trials of the same kind
  private static <X extends Observations, Y extends Observations> Fitted<X, X> eachTrial(
      Trials<Y> training) {
    Transform<Y, Y> each = new TransformStandardize<>();
    return (Fitted<X, X>) each.eachTrial().fit(training);
  }

  @SuppressWarnings("unchecked") // each kind of observation becomes its own kind
  private static <X extends Observations> X standardized(X x, List<Scale> scales) {
    if (x instanceof TimeSeries series) {
      return (X) standardizedSeries(series, scales);
    }
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.row(i);
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = scales.get(j).apply(rows[i][j]);
      }
    }
    return (X) Features.of(rows, ((Features) x).names());
  }

  private static TimeSeries standardizedSeries(TimeSeries x, List<Scale> scales) {
    var builder = TimeSeries.builder(x.size(), x.channels(), x.samples(), x.rate(), "1");
    float[] values = new float[x.samples()];
    for (int i = 0; i < x.size(); i++) {
      for (int c = 0; c < scales.size(); c++) {
        double[] channel = x.channel(i, c);
        for (int k = 0; k < values.length; k++) {
          values[k] = (float) scales.get(c).apply(channel[k]);
        }
        builder.put(i, c, values);
      }
    }
    return builder.build().startingAt(x.start());
  }

  /** One mean and one standard deviation; 1 where nothing varies. */
  record Scale(double mean, double sd) {

    double apply(double value) {
      return (value - mean) / sd;
    }

    /** Returns how many scales there are: one per channel of series, one per feature. */
    static int groups(Observations x) {
      return x instanceof TimeSeries series ? series.channels().size() : x.width();
    }

    static Scale[] fit(Observations x, int groups) {
      int each = x.width() / groups;
      Scale[] scales = new Scale[groups];
      double[] sums = sums(x, each, new double[groups], 1);
      double count = (double) x.size() * each;
      double[] means = Arrays.stream(sums).map(s -> s / count).toArray();
      double[] squares = sums(x, each, means, 2);
      for (int g = 0; g < groups; g++) {
        double sd = Math.sqrt(squares[g] / count);
        scales[g] = new Scale(means[g], sd > 1e-7 * Math.abs(means[g]) ? sd : 1);
      }
      return scales;
    }

    private static double[] sums(Observations x, int each, double[] means, int power) {
      double[] sums = new double[means.length];
      float[] row = new float[x.width()];
      for (int i = 0; i < x.size(); i++) {
        x.copyTo(i, row, 0);
        for (int j = 0; j < row.length; j++) {
          double d = row[j] - means[j / each];
          sums[j / each] += power == 1 ? d : d * d;
        }
      }
      return sums;
    }
  }
}
