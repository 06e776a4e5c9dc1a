package org.jansenrit.sbi;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean of -log q(z | x) over rows, each corrected for the proposal that its own round drew z
 * from: neural posterior estimation where that is the prior, SNPE-C in closed form elsewhere.
 *
 * <p>With proposal p~ the network's q is right if q p~ / (p Z(x)) fits the rows; that density's
 * negative logarithm is the loss, so that losses of different networks can be compared.
 *
 * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019)</a>
 */
final class PosteriorLoss extends MixtureObjective {
  /** Lanes that are computed at once: enough to vectorise, few enough to stay in the cache. */
  private static final int LANES = 256;

  private final Proposals proposals;
  private final MixtureLanes mixture;
  private final MixtureGradient sink;
  private final List<ProposalCorrection> corrections;
  private final double[][] points;
  private final double[][] residual;
  private final double[] shares;

  PosteriorLoss(MixtureLayout layout, double[][] z, Proposals proposals, long seed) {
    super(layout, z, seed);
    int rows = Math.max(1, LANES / layout.components());
    this.proposals = proposals;
    this.mixture = new MixtureLanes(layout, rows);
    this.sink = new MixtureGradient(mixture);
    this.corrections =
        proposals.mixtures().stream().map(p -> new ProposalCorrection(mixture, p)).toList();
    this.points = new double[rows][];
    this.residual = LaneMatrices.vector(layout.dimensions(), rows * layout.components());
    this.shares = new double[rows * layout.components()];
  }

  @Override
  public double evaluate(int[] rows, float[] outputs, float[] gradient) {
    double sum = 0;
    for (int round = 0; round <= corrections.size(); round++) {
      int[] batch = positions(rows, round);
      for (int from = 0; from < batch.length; from += points.length) {
        int count = Math.min(points.length, batch.length - from);
        mixture.load(outputs, batch, from, count);
        sum += slice(rows, batch, from, round, gradient != null);
        if (gradient != null) {
          sink.write(gradient, batch, from, 1.0 / rows.length);
        }
      }
    }
    return sum / rows.length;
  }

  /** Returns the places in the batch of the rows of a round. */
  private int[] positions(int[] rows, int round) {
    return IntStream.range(0, rows.length)
        .filter(b -> proposals.roundOf(rows[b]) == round)
        .toArray();
  }

  private double slice(int[] rows, int[] batch, int from, int round, boolean learn) {
    double sum = 0;
    for (int r = 0; r < mixture.rows(); r++) {
      points[r] = z[rows[batch[from + r]]];
      sum -= proposals.logRatio(rows[batch[from + r]]);
    }
    sink.clear();
    sum += posterior(learn);
    return round == 0 ? sum : sum + corrections.get(round - 1).apply(sink, learn);
  }

  private double posterior(boolean learn) {
    double sum = 0;
    mixture.residuals(points, residual);
    mixture.logJoint(residual, shares);
    for (int r = 0; r < mixture.rows(); r++) {
      sum -= mixture.shareOut(shares, r);
    }
    if (learn) {
      LaneMatrices.negate(shares, mixture.lanes());
      sink.add(shares, residual);
    }
    return sum;
  }
}
