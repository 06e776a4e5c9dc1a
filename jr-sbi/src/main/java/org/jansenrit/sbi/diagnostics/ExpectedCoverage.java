package org.jansenrit.sbi.diagnostics;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.sbi.AmortizedPosterior;

/**
 * Expected coverage: the highest-density region of 90 % of the posterior, over all parameters
 * together, holds the truth in 90 % of simulations from the prior, if the posterior is right.
 *
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al. (2022)</a>
 */
public final class ExpectedCoverage {
  private ExpectedCoverage() {}

  /**
   * Finds, for each truth, the share of posterior draws of higher density.
   *
   * <p>In three dimensions, a posterior that is 20 % too narrow is rejected at p &lt; 0.01 by 1000
   * simulations practically always, but one that is shifted by 0.3 sd in each only by 10,000: a
   * shift moves truths out of a region at one side, and into it at the other. {@link Sbc} sees it
   * with 1000.
   *
   * @param <X> the kind of observation
   * @param amortized the posterior to be checked
   * @param test simulations from the prior that training has not seen, at least 2 of them finite;
   *     those that are not are excluded and counted
   * @param draws draws per simulation; at least 2, usually 1000
   * @param seed decides the draws
   * @return these shares, and a test of their uniformity
   * @throws ShapeException if the observations are not of the shape that was learnt from
   * @throws IllegalArgumentException if the parameters are not those of the posterior, or fewer
   *     than 2 simulations are finite
   */
  public static <X extends Observations> ExpectedCoverageReport run(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    PosteriorDraws source = PosteriorDraws.of(amortized, test, draws, seed);
    RegionShares visitor = new RegionShares(source.simulations());
    source.show(List.of(visitor));
    return visitor.report(source);
  }
}
