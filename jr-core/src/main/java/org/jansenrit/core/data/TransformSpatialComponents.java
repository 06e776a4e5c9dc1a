package org.jansenrit.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Weighted sums of channels, in the directions of largest power. */
record TransformSpatialComponents(int count) implements Transform<TimeSeries, TimeSeries> {
  static final String KIND = "spatial components";

  TransformSpatialComponents {
    if (count < 1) {
      throw new IllegalArgumentException(
          "the number of spatial components must be at least 1, but was " + count);
    }
  }

  @Override
  public Fitted<TimeSeries, TimeSeries> fit(TimeSeries training) {
    training.requireFinite("training set");
    SortedEigen eigen = SortedEigen.of(power(training));
    if (count > eigen.rank()) {
      throw new IllegalArgumentException(
          "cannot find "
              + Names.count(count, "spatial component")
              + ": the training set, "
              + training
              + ", varies in "
              + Names.count(eigen.rank(), "direction")
              + " of its channels");
    }
    double[][] weights = new double[count][];
    Arrays.setAll(weights, eigen::direction);
    return new Known(List.of(weights), training.empty());
  }

  /** Returns the sum over simulations and samples of products of channels. */
  private static DMatrixRMaj power(TimeSeries x) {
    int channels = x.channels().size();
    DMatrixRMaj row = new DMatrixRMaj(channels, x.samples());
    DMatrixRMaj sum = new DMatrixRMaj(channels, channels);
    for (int i = 0; i < x.size(); i++) {
      row.setData(x.row(i));
      CommonOps_DDRM.multAddTransB(row, row, sum);
    }
    return sum;
  }

  static Known read(Archive archive) throws IOException {
    TimeSeries template = archive.template("input", TimeSeries.class);
    int count = archive.count("components");
    int channels = template.channels().size();
    double[] all = archive.doubles("weights", count, channels);
    double[][] weights = new double[count][];
    Arrays.setAll(weights, k -> Arrays.copyOfRange(all, k * channels, (k + 1) * channels));
    return new Known(List.of(weights), template);
  }

  @Override
  public String toString() {
    return count + " " + KIND;
  }

  /** Weights, and the shape of what they were found in. */
  record Known(List<double[]> weights, TimeSeries template)
      implements Fitted<TimeSeries, TimeSeries> {

    @Override
    public TimeSeries apply(TimeSeries x) {
      x.requireShapeOf(template, "series to project", "the training set");
      List<String> names =
          IntStream.rangeClosed(1, weights.size()).mapToObj(k -> "component " + k).toList();
      var builder = TimeSeries.builder(x.size(), names, x.samples(), x.rate(), x.unit());
      float[] row = new float[x.width()];
      for (int i = 0; i < x.size(); i++) {
        x.copyTo(i, row, 0);
        for (int k = 0; k < weights.size(); k++) {
          builder.put(i, k, sum(weights.get(k), row, x.samples()));
        }
      }
      return builder.build().startingAt(x.start());
    }

    private static float[] sum(double[] weights, float[] row, int samples) {
      double[] sum = new double[samples];
      for (int c = 0; c < weights.length; c++) {
        for (int t = 0; t < samples; t++) {
          sum[t] += weights[c] * row[c * samples + t];
        }
      }
      float[] values = new float[samples];
      for (int t = 0; t < samples; t++) {
        values[t] = (float) sum[t];
      }
      return values;
    }

    @Override
    public Archive toArchive() {
      double[] all = weights.stream().flatMapToDouble(Arrays::stream).toArray();
      return Archive.of(KIND)
          .with("input", template)
          .with("components", weights.size())
          .with("weights", all, weights.size(), template.channels().size());
    }
  }
}
