package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulator;

/**
 * How the mean of a random observation moves, against its covariance: replicate r has the same
 * random numbers at all points.
 */
final class MeanResponse {
  private final Simulator<? extends Observations> simulator;
  private final ParameterSet point;
  private final int replicates;
  private final Streams streams;
  private final double[][] reference;

  MeanResponse(
      Simulator<? extends Observations> simulator, ParameterSet point, int replicates, long seed) {
    this.simulator = simulator;
    this.point = point;
    this.replicates = replicates;
    this.streams = Streams.of(seed);
    this.reference = run(point);
    int values = reference[0].length;
    if (replicates < values + 4) {
      throw new IllegalArgumentException(
          "the covariance of %d values needs at least %d replicates, better ten times as many, but there are %d; or fewer values, by features or principal components"
              .formatted(values, values + 4, replicates));
    }
  }

  private double[][] run(ParameterSet at) {
    Observations x = simulator.simulate(ParameterTable.of(at).select(new int[replicates]), streams);
    x.requireFinite("observations at " + at);
    double[][] rows = new double[replicates][];
    Arrays.setAll(rows, x::row);
    return rows;
  }

  /** Differentiates by central differences of a step in log units. */
  Information information(double step) {
    DMatrixRMaj whitener = whitener();
    int parameters = point.parameters().size();
    List<DMatrixRMaj> differences = new ArrayList<>();
    DMatrixRMaj white = new DMatrixRMaj(whitener.numRows, parameters);
    for (int j = 0; j < parameters; j++) {
      DMatrixRMaj whitened = new DMatrixRMaj(replicates, whitener.numRows);
      CommonOps_DDRM.multTransB(new DMatrixRMaj(differences(j, step)), whitener, whitened);
      DMatrixRMaj mean = CommonOps_DDRM.sumCols(whitened, null);
      CommonOps_DDRM.divide(mean, replicates);
      CommonOps_DDRM.insert(CommonOps_DDRM.transpose(mean, null), white, 0, j);
      differences.add(whitened);
    }
    DMatrixRMaj root = Roots.of(white);
    return new Information(point, root, resolution(Roots.spectrum(root), differences));
  }

  /**
   * The standard error of the slope in the worst direction or, if larger, the largest slope that is
   * not told from zero, as a share of the largest slope.
   */
  private static double resolution(Roots.Spectrum spectrum, List<DMatrixRMaj> differences) {
    int last = differences.size() - 1;
    double resolution = spread(spectrum, differences, last);
    for (int k = 0; k <= last; k++) {
      double slope = spectrum.value(k);
      if (slope <= spread(spectrum, differences, k)) {
        resolution = Math.max(resolution, slope);
      }
    }
    return resolution / spectrum.value(0);
  }

  private double[][] differences(int parameter, double step) {
    double[] values = point.toArray();
    values[parameter] *= Math.exp(step);
    double[][] up = run(ParameterSet.of(point.parameters(), values));
    values[parameter] *= Math.exp(-2 * step);
    double[][] down = run(ParameterSet.of(point.parameters(), values));
    for (int r = 0; r < replicates; r++) {
      for (int k = 0; k < up[r].length; k++) {
        up[r][k] = (up[r][k] - down[r][k]) / (2 * step);
      }
    }
    return up;
  }

  /** The standard error of the norm of the mean slope in direction {@code k}. */
  private static double spread(Roots.Spectrum spectrum, List<DMatrixRMaj> differences, int k) {
    DMatrixRMaj along = differences.get(0).createLike();
    for (int j = 0; j < differences.size(); j++) {
      CommonOps_DDRM.addEquals(along, spectrum.directions().get(j, k), differences.get(j));
    }
    DMatrixRMaj mean = CommonOps_DDRM.sumCols(along, null);
    CommonOps_DDRM.divide(mean, along.numRows);
    double variance = squares(along) / along.numRows;
    variance -= squares(mean);
    return Math.sqrt(Math.max(0, variance) / (along.numRows - 1));
  }

  private static double squares(DMatrixRMaj x) {
    return Math.pow(NormOps_DDRM.normF(x), 2);
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / rows.length;
      }
    }
    return mean;
  }

  /**
   * The inverse Cholesky factor of the covariance, by the factor that makes the inverse of an
   * estimated covariance unbiased.
   *
   * @see <a href="https://doi.org/10.1051/0004-6361:20066170">Hartlap et al. (2007)</a>
   */
  private DMatrixRMaj whitener() {
    int n = reference[0].length;
    DMatrixRMaj covariance = covariance(n);
    DMatrixRMaj factor = covariance.copy();
    var cholesky = DecompositionFactory_DDRM.chol(n, true);
    if (!cholesky.decompose(factor) || !isRegular(covariance, cholesky.getT(null))) {
      throw new IllegalArgumentException(
          "the observation has a singular covariance: a value is constant, or one follows from the others; leave it out");
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    CommonOps_DDRM.invert(cholesky.getT(null), inverse);
    CommonOps_DDRM.scale(Math.sqrt((replicates - n - 2.0) / (replicates - 1.0)), inverse);
    return inverse;
  }

  /** What is left of a value, the others known, must be more than rounding. */
  private boolean isRegular(DMatrixRMaj covariance, DMatrixRMaj factor) {
    double[] mean = mean(reference);
    return IntStream.range(0, mean.length)
        .allMatch(
            k -> {
              double sd = Math.sqrt(covariance.get(k, k));
              return sd > 1e-7 * Math.abs(mean[k]) && factor.get(k, k) > 1e-6 * sd;
            });
  }

  private DMatrixRMaj covariance(int n) {
    double[] mean = mean(reference);
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (double[] row : reference) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double product = (row[i] - mean[i]) * (row[j] - mean[j]);
          covariance.add(i, j, product / (replicates - 1));
        }
      }
    }
    return covariance;
  }
}
