package org.jansenrit.sbi;

import static org.jansenrit.sbi.LaneMatrices.addProduct;
import static org.jansenrit.sbi.LaneMatrices.at;
import static org.jansenrit.sbi.LaneMatrices.multiply;
import static org.jansenrit.sbi.LaneMatrices.triangle;
import static org.jansenrit.sbi.LaneMatrices.vector;

import java.util.Arrays;

/**
 * The components of the mixtures of several rows, as a network gave them: lane {@code row *
 * components + k} is component k of a row. Not thread-safe.
 */
final class MixtureLanes {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  final MixtureLayout layout;
  final int d;
  final double[][] mean;
  final double[][] logDiagonal;
  final double[][] factor;
  final double[][] precision;
  final double[][] cholesky;
  final double[] halfLogDet;
  final double[] weight;
  final double[] logWeight;
  private final double[] shares;
  private final double[][] scaled;
  private int rows;

  MixtureLanes(MixtureLayout layout, int capacity) {
    int lanes = capacity * layout.components();
    this.layout = layout;
    this.d = layout.dimensions();
    this.mean = vector(d, lanes);
    this.logDiagonal = vector(d, lanes);
    this.factor = triangle(d, lanes);
    this.precision = triangle(d, lanes);
    this.cholesky = triangle(d, lanes);
    this.halfLogDet = new double[lanes];
    this.weight = new double[lanes];
    this.logWeight = new double[lanes];
    this.shares = new double[layout.components()];
    this.scaled = vector(d, lanes);
  }

  int rows() {
    return rows;
  }

  int lanes() {
    return rows * layout.components();
  }

  /** Reads the mixtures of {@code count} rows of a batch, those at {@code batch[from]} and on. */
  void load(float[] outputs, int[] batch, int from, int count) {
    rows = count;
    for (int r = 0; r < count; r++) {
      int first = batch[from + r] * layout.size();
      for (int k = 0; k < layout.components(); k++) {
        loadLane(outputs, first + layout.logit(k), r * layout.components() + k);
      }
      loadWeights(r * layout.components());
    }
    scaleRows();
    LaneMatrices.identityPlusGram(factor, precision, d, lanes());
    for (int e = 0; e < precision.length; e++) {
      System.arraycopy(precision[e], 0, cholesky[e], 0, lanes());
    }
    LaneMatrices.cholesky(cholesky, 1, halfLogDet, d, lanes());
  }

  private void loadLane(float[] outputs, int from, int lane) {
    int next = from;
    logWeight[lane] = outputs[next++];
    for (int i = 0; i < d; i++) {
      mean[i][lane] = outputs[next++];
    }
    for (int i = 0; i < d; i++) {
      logDiagonal[i][lane] = outputs[next++];
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        factor[at(i, j)][lane] = outputs[next++];
      }
    }
  }

  private void loadWeights(int first) {
    System.arraycopy(logWeight, first, shares, 0, shares.length);
    double total = LogSum.softmax(shares);
    for (int k = 0; k < shares.length; k++) {
      logWeight[first + k] -= total;
      weight[first + k] = shares[k];
    }
  }

  private void scaleRows() {
    for (int i = 0; i < d; i++) {
      double[] scale = factor[at(i, i)];
      for (int l = 0; l < lanes(); l++) {
        scale[l] = Math.exp(NormalComponent.clamp(logDiagonal[i][l]));
      }
      for (int j = 0; j < i; j++) {
        multiply(factor[at(i, j)], scale, factor[at(i, j)], lanes());
      }
    }
  }

  /** Computes z - mean, z being one point per row, for all components. */
  void residuals(double[][] z, double[][] residual) {
    int lane = 0;
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < layout.components(); k++, lane++) {
        for (int i = 0; i < d; i++) {
          residual[i][lane] = z[r][i] - mean[i][lane];
        }
      }
    }
  }

  /** Computes log(weight N(z; mean, P^-1)) of each lane. */
  void logJoint(double[][] residual, double[] out) {
    int n = lanes();
    LaneMatrices.multiply(factor, residual, scaled, d, n);
    double[] squares = new double[n];
    for (int i = 0; i < d; i++) {
      addProduct(residual[i], residual[i], squares, n);
      addProduct(scaled[i], scaled[i], squares, n);
    }
    for (int l = 0; l < n; l++) {
      out[l] = logWeight[l] + halfLogDet[l] - d * HALF_LOG_TWO_PI - 0.5 * squares[l];
    }
  }

  /**
   * Replaces logarithms by their shares of the sum over the components of a row, and returns the
   * logarithm of that sum.
   */
  double shareOut(double[] logs, int row) {
    int first = row * layout.components();
    System.arraycopy(logs, first, shares, 0, shares.length);
    double total = LogSum.softmax(shares);
    System.arraycopy(shares, 0, logs, first, shares.length);
    return total;
  }

  /** Returns a sum over the components of each row, per lane. */
  void sumPerRow(double[] values, double[] out) {
    int k = layout.components();
    for (int r = 0; r < rows; r++) {
      double sum = Arrays.stream(values, r * k, (r + 1) * k).sum();
      Arrays.fill(out, r * k, (r + 1) * k, sum);
    }
  }
}
