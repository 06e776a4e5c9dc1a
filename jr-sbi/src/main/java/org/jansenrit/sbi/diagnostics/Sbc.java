package org.jansenrit.sbi.diagnostics;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.AmortizedPosterior;

/**
 * Simulation-based calibration: over simulations from the prior, the rank of the truth among draws
 * from its posterior is uniform, parameter by parameter, if the posterior is right.
 *
 * @see <a href="https://arxiv.org/abs/1804.06788">Talts et al. (2018)</a>
 */
public final class Sbc {
  private static final int PRIOR_DRAWS = 20_000;

  private Sbc() {}

  /**
   * Ranks each truth among posterior draws.
   *
   * <p>With 1000 simulations a posterior that is shifted by 0.3 of its standard deviation, or 20 %
   * too narrow, is rejected at p &lt; 0.01 practically always.
   *
   * @param <X> the kind of observation
   * @param amortized the posterior to be checked
   * @param test simulations from the prior that training has not seen, at least 2 of them finite;
   *     those that are not are excluded and counted
   * @param draws draws per simulation; at least 2, usually 1000
   * @param seed decides the draws
   * @return the ranks, and tests of their uniformity, by parameter
   * @throws ShapeException if the observations are not of the shape that was learnt from
   * @throws IllegalArgumentException if the parameters are not those of the posterior, or fewer
   *     than 2 simulations are finite
   */
  public static <X extends Observations> SbcReport run(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    Ranks ranks = Ranks.of(PosteriorDraws.of(amortized, test, draws, seed));
    return report(ranks, amortized.prior(), seed);
  }

  static SbcReport report(Ranks ranks, Prior prior, long seed) {
    return new SbcReport(ranks, variances(prior, seed));
  }

  /** Variances over prior draws: their relative standard error is about 1 %. */
  private static double[] variances(Prior prior, long seed) {
    ParameterTable draws = prior.sample(PRIOR_DRAWS, seed);
    return prior.parameters().stream()
        .mapToDouble(parameter -> Summary.of(draws.column(parameter)).variance())
        .toArray();
  }
}
