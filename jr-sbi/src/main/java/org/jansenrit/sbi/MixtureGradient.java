package org.jansenrit.sbi;

import static org.jansenrit.sbi.LaneMatrices.addProduct;
import static org.jansenrit.sbi.LaneMatrices.at;
import static org.jansenrit.sbi.LaneMatrices.multiply;
import static org.jansenrit.sbi.LaneMatrices.triangle;
import static org.jansenrit.sbi.LaneMatrices.vector;

import java.util.Arrays;

/**
 * The gradient, by the outputs of a network, of a sum over components of c log(weight N(z; m,
 * P^-1)) for any number of points z and factors c.
 *
 * <p>With r = z - m and P = I + A'A: the derivative by m is P sum(c r), that by A is A (sum(c) P^-1
 * - sum(c r r')) on the lower triangle, that by a logit is c less the weight times the sum of all
 * c. Points may be clouds: their covariance adds to r r'.
 */
final class MixtureGradient {
  private final MixtureLanes mixture;
  private final int d;
  private final double[] total;
  private final double[][] pull;
  private final double[][] moment;
  private final double[][] inverse;
  private final double[][] covariance;
  private final double[][] product;
  private final double[] scratch;

  MixtureGradient(MixtureLanes mixture) {
    int lanes = mixture.weight.length;
    this.mixture = mixture;
    this.d = mixture.d;
    this.total = new double[lanes];
    this.pull = vector(d, lanes);
    this.moment = triangle(d, lanes);
    this.inverse = triangle(d, lanes);
    this.covariance = triangle(d, lanes);
    this.product = vector(d, lanes);
    this.scratch = new double[lanes];
  }

  /** Forgets all points. */
  void clear() {
    Arrays.fill(total, 0);
    Arrays.stream(pull).forEach(x -> Arrays.fill(x, 0));
    Arrays.stream(moment).forEach(x -> Arrays.fill(x, 0));
  }

  /** Adds one point per lane, with its factor. */
  void add(double[] c, double[][] residual) {
    int n = mixture.lanes();
    for (int i = 0; i < d; i++) {
      multiply(c, residual[i], scratch, n);
      LaneMatrices.add(scratch, pull[i], n);
      for (int j = 0; j <= i; j++) {
        addProduct(scratch, residual[j], moment[at(i, j)], n);
      }
    }
    LaneMatrices.add(c, total, n);
  }

  /** Adds a cloud of this covariance, about a point that is added too. */
  void addCloud(double[] c, double[][] cloud) {
    for (int e = 0; e < cloud.length; e++) {
      addProduct(c, cloud[e], moment[e], mixture.lanes());
    }
  }

  /**
   * Writes the gradient times {@code factor} to the rows of a batch that the mixture was loaded
   * from.
   */
  void write(float[] gradient, int[] batch, int from, double factor) {
    int n = mixture.lanes();
    LaneMatrices.invert(mixture.cholesky, inverse, d, n);
    LaneMatrices.gram(inverse, covariance, d, n);
    for (int e = 0; e < moment.length; e++) {
      multiply(covariance[e], total, covariance[e], n);
      LaneMatrices.subtract(moment[e], covariance[e], n);
    }
    writeLogits(gradient, batch, from, factor);
    writeMeans(gradient, batch, from, factor);
    writeFactors(gradient, batch, from, factor);
  }

  private void writeLogits(float[] gradient, int[] batch, int from, double factor) {
    mixture.sumPerRow(total, scratch);
    multiply(mixture.weight, scratch, scratch, mixture.lanes());
    subtractFrom(total, scratch);
    scatter(scratch, gradient, batch, from, 0, factor);
  }

  private void subtractFrom(double[] x, double[] y) {
    for (int l = 0; l < mixture.lanes(); l++) {
      y[l] = x[l] - y[l];
    }
  }

  private void writeMeans(float[] gradient, int[] batch, int from, double factor) {
    int n = mixture.lanes();
    LaneMatrices.multiply(mixture.factor, pull, product, d, n);
    LaneMatrices.addTransposed(mixture.factor, product, pull, d, n);
    for (int i = 0; i < d; i++) {
      scatter(pull[i], gradient, batch, from, 1 + i, factor);
    }
  }

  /** Off-diagonals are in units of their row's diagonal, so the diagonal moves its whole row. */
  private void writeFactors(float[] gradient, int[] batch, int from, double factor) {
    int n = mixture.lanes();
    int off = 1 + 2 * d;
    for (int i = 0; i < d; i++) {
      Arrays.fill(scratch, 0, n, 0);
      for (int j = 0; j <= i; j++) {
        double[] byEntry = product[j];
        inFactor(i, j, byEntry);
        addProduct(byEntry, mixture.factor[at(i, j)], scratch, n);
        if (j < i) {
          multiply(byEntry, mixture.factor[at(i, i)], byEntry, n);
          scatter(byEntry, gradient, batch, from, off++, factor);
        }
      }
      NormalComponent.zeroWhereClamped(mixture.logDiagonal[i], scratch, n);
      scatter(scratch, gradient, batch, from, 1 + d + i, factor);
    }
  }

  private void inFactor(int i, int j, double[] out) {
    Arrays.fill(out, 0, mixture.lanes(), 0);
    for (int k = 0; k <= i; k++) {
      double[] m = covariance[k < j ? at(j, k) : at(k, j)];
      addProduct(mixture.factor[at(i, k)], m, out, mixture.lanes());
    }
  }

  private void scatter(
      double[] values, float[] gradient, int[] batch, int from, int part, double factor) {
    MixtureLayout layout = mixture.layout;
    int lane = 0;
    for (int r = 0; r < mixture.rows(); r++) {
      int first = batch[from + r] * layout.size() + part;
      for (int k = 0; k < layout.components(); k++) {
        gradient[first + layout.logit(k)] = (float) (factor * values[lane++]);
      }
    }
  }
}
