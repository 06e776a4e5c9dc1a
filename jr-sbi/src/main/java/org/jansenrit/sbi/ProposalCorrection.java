package org.jansenrit.sbi;

import static org.jansenrit.sbi.LaneMatrices.addProduct;
import static org.jansenrit.sbi.LaneMatrices.triangle;
import static org.jansenrit.sbi.LaneMatrices.vector;

import java.util.Arrays;

/**
 * The logarithm of Z = integral of q p~ / p over z, for mixtures q of several rows, one proposal p~
 * and the prior p = N(0, I), with its gradient.
 *
 * <p>The product of components k and l has precision P_k + P~_l - I = I + A'A + A~'A~, which is
 * positive definite by construction, and mean u; to the gradient it is a cloud of points about u.
 *
 * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019), appendix</a>
 */
final class ProposalCorrection {
  private final MixtureLanes mixture;
  private final GaussianMixture proposal;
  private final int d;
  private final Pair[] pairs;
  private final double[][] pulled;
  private final double[] squares;
  private final double[][] inverse;
  private final double[][] cloud;
  private final double[] rowLogs;

  ProposalCorrection(MixtureLanes mixture, GaussianMixture proposal) {
    int lanes = mixture.weight.length;
    this.mixture = mixture;
    this.proposal = proposal;
    this.d = mixture.d;
    this.pairs = new Pair[proposal.size()];
    Arrays.setAll(pairs, l -> new Pair(l, lanes));
    this.pulled = vector(d, lanes);
    this.squares = new double[lanes];
    this.inverse = triangle(d, lanes);
    this.cloud = triangle(d, lanes);
    this.rowLogs = new double[pairs.length * mixture.layout.components()];
  }

  /** The products of one component of the proposal with the components of all lanes. */
  private final class Pair {
    final int index;
    final double[][] cholesky;
    final double[][] mean;
    final double[] logWeight;
    private final double[] excess;
    private final double[] pull;
    private final double constant;

    Pair(int index, int lanes) {
      NormalComponent component = proposal.component(index);
      this.index = index;
      this.excess = excess(component);
      this.pull = component.pull();
      this.constant = proposal.logWeight(index) + component.logPeakRatio();
      this.cholesky = triangle(d, lanes);
      this.mean = vector(d, lanes);
      this.logWeight = new double[lanes];
    }

    private static double[] excess(NormalComponent component) {
      int d = component.d;
      double[] precision = component.precision();
      double[] packed = new double[LaneMatrices.at(d, 0)];
      for (int i = 0; i < d; i++) {
        System.arraycopy(precision, i * d, packed, LaneMatrices.at(i, 0), i + 1);
        packed[LaneMatrices.at(i, i)] -= 1;
      }
      return packed;
    }

    void multiply() {
      int n = mixture.lanes();
      for (int e = 0; e < cholesky.length; e++) {
        System.arraycopy(mixture.precision[e], 0, cholesky[e], 0, n);
        LaneMatrices.addTo(cholesky[e], excess[e], n);
      }
      LaneMatrices.cholesky(cholesky, 1, logWeight, d, n);
      for (int i = 0; i < d; i++) {
        System.arraycopy(pulled[i], 0, mean[i], 0, n);
        LaneMatrices.addTo(mean[i], pull[i], n);
      }
      LaneMatrices.solve(cholesky, mean, d, n);
      weigh(n);
      LaneMatrices.solveTransposed(cholesky, mean, d, n);
    }

    private void weigh(int n) {
      double[] square = new double[n];
      for (int i = 0; i < d; i++) {
        addProduct(mean[i], mean[i], square, n);
      }
      for (int lane = 0; lane < n; lane++) {
        logWeight[lane] =
            mixture.logWeight[lane]
                + constant
                + mixture.halfLogDet[lane]
                - logWeight[lane]
                - 0.5 * (squares[lane] - square[lane]);
      }
    }

    void addTo(MixtureGradient sink) {
      int n = mixture.lanes();
      LaneMatrices.invert(cholesky, inverse, d, n);
      LaneMatrices.gram(inverse, cloud, d, n);
      sink.addCloud(logWeight, cloud);
      for (int i = 0; i < d; i++) {
        LaneMatrices.subtract(mixture.mean[i], mean[i], n);
      }
      sink.add(logWeight, mean);
    }
  }

  /** Returns the sum of log Z over the rows, and adds its gradient to {@code sink}. */
  double apply(MixtureGradient sink, boolean learn) {
    prepare();
    for (Pair pair : pairs) {
      pair.multiply();
    }
    double sum = 0;
    for (int r = 0; r < mixture.rows(); r++) {
      sum += shareOut(r);
    }
    if (learn) {
      for (Pair pair : pairs) {
        pair.addTo(sink);
      }
    }
    return sum;
  }

  /** Computes P m and m'P m of all lanes: with b = A m they are m + A'b and m'm + b'b. */
  private void prepare() {
    int n = mixture.lanes();
    double[][] scaled = vector(d, n);
    LaneMatrices.multiply(mixture.factor, mixture.mean, scaled, d, n);
    Arrays.fill(squares, 0);
    for (int i = 0; i < d; i++) {
      System.arraycopy(mixture.mean[i], 0, pulled[i], 0, n);
      addProduct(mixture.mean[i], mixture.mean[i], squares, n);
      addProduct(scaled[i], scaled[i], squares, n);
    }
    LaneMatrices.addTransposed(mixture.factor, scaled, pulled, d, n);
  }

  /** Replaces the log weights of all products of a row by their shares, and returns log Z. */
  private double shareOut(int row) {
    int k = mixture.layout.components();
    for (Pair pair : pairs) {
      System.arraycopy(pair.logWeight, row * k, rowLogs, pair.index * k, k);
    }
    double total = LogSum.softmax(rowLogs);
    for (Pair pair : pairs) {
      System.arraycopy(rowLogs, pair.index * k, pair.logWeight, row * k, k);
    }
    return total;
  }
}
