package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;

/**
 * Which distribution each row's z was drawn from: round 0 from N(0, I), as under the prior, round r
 * from mixture r - 1. Immutable.
 */
final class Proposals {
  private final List<GaussianMixture> mixtures;
  private final int[] rounds;
  private final double[] logRatios;

  private Proposals(List<GaussianMixture> mixtures, int[] rounds, double[] logRatios) {
    this.mixtures = mixtures;
    this.rounds = rounds;
    this.logRatios = logRatios;
  }

  /** Says that all of {@code rows} rows were drawn from the prior. */
  static Proposals prior(int rows) {
    return new Proposals(List.of(), new int[rows], new double[rows]);
  }

  /**
   * Says which round drew each row.
   *
   * @param mixtures the proposals of rounds 1, 2, ...
   * @param rounds the round of each row
   * @param z the rows
   */
  static Proposals of(List<GaussianMixture> mixtures, int[] rounds, double[][] z) {
    double[] logRatios = new double[rounds.length];
    for (int i = 0; i < rounds.length; i++) {
      if (rounds[i] > 0) {
        GaussianMixture proposal = mixtures.get(rounds[i] - 1);
        logRatios[i] = proposal.logDensity(z[i]) - NormalComponent.standardLogDensity(z[i]);
      }
    }
    return new Proposals(List.copyOf(mixtures), rounds.clone(), logRatios);
  }

  /**
   * Says that points are not z but u, so that losses stay those of densities over z: networks that
   * learn over different coordinates can be compared.
   */
  Proposals over(PriorTransform transform, double[][] u) {
    double[] ratios = logRatios.clone();
    Arrays.setAll(ratios, i -> ratios[i] + transform.logSlope(transform.straight(u[i])));
    return new Proposals(mixtures, rounds, ratios);
  }

  List<GaussianMixture> mixtures() {
    return mixtures;
  }

  int roundOf(int row) {
    return rounds[row];
  }

  /** Returns -log of a row's z under a mixture, corrected for the proposal of its round. */
  double loss(GaussianMixture mixture, int row, double[] z) {
    double plain = -mixture.logDensity(z) - logRatios[row];
    return rounds[row] == 0
        ? plain
        : plain + MixtureProduct.of(mixture, mixtures.get(rounds[row] - 1)).logIntegral();
  }

  /** Returns log p~(z) - log N(z; 0, I) of a row, and what is due to its coordinates. */
  double logRatio(int row) {
    return logRatios[row];
  }
}
