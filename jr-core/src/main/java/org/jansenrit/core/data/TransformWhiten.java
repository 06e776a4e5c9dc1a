package org.jansenrit.core.data;

import java.io.IOException;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Variance 1 in each direction of largest variance over time, and nothing in the others. */
record TransformWhiten(int count) implements Transform<TimeSeries, TimeSeries> {
  static final String KIND = "whiten";

  TransformWhiten {
    if (count < 1) {
      throw new IllegalArgumentException(
          "the number of directions to whiten must be at least 1, but was " + count);
    }
  }

  @Override
  public Fitted<TimeSeries, TimeSeries> fit(TimeSeries training) {
    training.requireFinite("training set");
    DMatrixRMaj mean = mean(training);
    SortedEigen eigen = SortedEigen.of(covariance(training, mean));
    if (count > eigen.rank()) {
      throw new IllegalArgumentException(
          "cannot whiten "
              + Names.count(count, "direction")
              + ": the training set, "
              + training
              + ", varies in "
              + Names.count(eigen.rank(), "direction")
              + " over time");
    }
    DMatrixRMaj roots = new DMatrixRMaj(count, training.samples());
    for (int k = 0; k < count; k++) {
      double root = Math.pow(eigen.value(k), -0.25); // applied twice: there and back
      double[] direction = eigen.direction(k);
      Arrays.setAll(direction, j -> root * direction[j]);
      System.arraycopy(direction, 0, roots.data, k * roots.numCols, roots.numCols);
    }
    return new Known(mean, roots, training.empty());
  }

  private static DMatrixRMaj mean(TimeSeries x) {
    DMatrixRMaj mean = new DMatrixRMaj(x.channels().size(), x.samples());
    for (int i = 0; i < x.size(); i++) {
      CommonOps_DDRM.addEquals(mean, 1.0 / x.size(), channels(x, i));
    }
    return mean;
  }

  /** Returns simulation {@code i} as channels x samples. */
  private static DMatrixRMaj channels(TimeSeries x, int i) {
    return DMatrixRMaj.wrap(x.channels().size(), x.samples(), x.row(i));
  }

  /** Returns the covariance of the samples, over simulations and channels. */
  private static DMatrixRMaj covariance(TimeSeries x, DMatrixRMaj mean) {
    DMatrixRMaj sum = new DMatrixRMaj(x.samples(), x.samples());
    for (int i = 0; i < x.size(); i++) {
      DMatrixRMaj row = channels(x, i);
      CommonOps_DDRM.subtractEquals(row, mean);
      CommonOps_DDRM.multAddTransA(row, row, sum);
    }
    CommonOps_DDRM.divide(sum, (double) x.size() * mean.numRows);
    return sum;
  }

  static Known read(Archive archive) throws IOException {
    TimeSeries template = archive.template("input", TimeSeries.class);
    int channels = template.channels().size();
    int samples = template.samples();
    int count = archive.count("directions");
    return new Known(
        DMatrixRMaj.wrap(channels, samples, archive.doubles("mean", channels, samples)),
        DMatrixRMaj.wrap(count, samples, archive.doubles("roots", count, samples)),
        template);
  }

  @Override
  public String toString() {
    return count + " whitened components";
  }

  /**
   * Mean, and directions over the fourth root of their variance.
   *
   * @param mean channels x samples
   * @param roots directions x samples
   */
  record Known(DMatrixRMaj mean, DMatrixRMaj roots, TimeSeries template)
      implements Fitted<TimeSeries, TimeSeries> {

    @Override
    public TimeSeries apply(TimeSeries x) {
      x.requireShapeOf(template, "series to whiten", "the training set");
      var builder = TimeSeries.builder(x.size(), x.channels(), x.samples(), x.rate(), "1");
      DMatrixRMaj along = new DMatrixRMaj(mean.numRows, roots.numRows);
      DMatrixRMaj white = new DMatrixRMaj(mean.numRows, mean.numCols);
      for (int i = 0; i < x.size(); i++) {
        DMatrixRMaj row = channels(x, i);
        CommonOps_DDRM.subtractEquals(row, mean);
        CommonOps_DDRM.multTransB(row, roots, along);
        CommonOps_DDRM.mult(along, roots, white);
        put(builder, i, white);
      }
      return builder.build().startingAt(x.start());
    }

    private static void put(TimeSeriesBuilder builder, int i, DMatrixRMaj white) {
      float[] values = new float[white.numCols];
      for (int c = 0; c < white.numRows; c++) {
        for (int t = 0; t < values.length; t++) {
          values[t] = (float) white.get(c, t);
        }
        builder.put(i, c, values);
      }
    }

    @Override
    public Archive toArchive() {
      return Archive.of(KIND)
          .with("input", template)
          .with("directions", roots.numRows)
          .with("mean", mean.data, mean.numRows, mean.numCols)
          .with("roots", roots.data, roots.numRows, roots.numCols);
    }
  }
}
