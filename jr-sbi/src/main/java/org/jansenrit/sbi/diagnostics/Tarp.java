package org.jansenrit.sbi.diagnostics;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.sbi.AmortizedPosterior;

/**
 * Tests of accuracy with random points: the share of posterior draws that are nearer to a reference
 * point than the truth is uniform, over all parameters together, if and only if the posterior is
 * right for every choice of reference.
 *
 * <p>The reference of a simulation is the truth of the most similar of 50 others: it depends on the
 * observation, without which a posterior that ignores its observation would pass. Distances are in
 * standard deviations of the prior. The shares are tested directly; a test between points of their
 * distribution function has hardly any power.
 *
 * @see <a href="https://arxiv.org/abs/2302.03026">Lemos et al. (2023)</a>
 */
public final class Tarp {
  private Tarp() {}

  /**
   * Finds, for each simulation, the share of posterior draws nearer to its reference than the
   * truth.
   *
   * <p>In three dimensions, a posterior that is 20 % too narrow is rejected at p &lt; 0.01 by 1000
   * simulations practically always, but one that is shifted by 0.3 sd in each only by 10,000:
   * references lie at all sides. {@link Sbc} sees it with 1000.
   *
   * @param <X> the kind of observation
   * @param amortized the posterior to be checked
   * @param test simulations from the prior that training has not seen, at least 2 of them finite;
   *     those that are not are excluded and counted
   * @param draws draws per simulation; at least 2, usually 1000
   * @param seed decides draws and references
   * @return these shares, and a test of their uniformity
   * @throws ShapeException if the observations are not of the shape that was learnt from
   * @throws IllegalArgumentException if the parameters are not those of the posterior, or fewer
   *     than 2 simulations are finite
   */
  public static <X extends Observations> TarpReport run(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    PosteriorDraws source = PosteriorDraws.of(amortized, test, draws, seed);
    NearerShares visitor = new NearerShares(source, amortized.prior());
    source.show(List.of(visitor));
    return visitor.report();
  }
}
