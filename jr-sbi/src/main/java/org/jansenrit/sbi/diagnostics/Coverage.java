package org.jansenrit.sbi.diagnostics;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.sbi.AmortizedPosterior;

/**
 * Coverage: a central interval of level 90 % holds the truth in 90 % of simulations from the prior,
 * if the posterior is right.
 *
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al. (2022)</a>
 */
public final class Coverage {
  private Coverage() {}

  /**
   * Counts how many truths lie inside central intervals between posterior draws.
   *
   * <p>A truth of rank r among L draws is inside the interval of level c if (r + u) / (L + 1), u
   * uniform, is within c / 2 of the middle: so the expected share is c, whatever the number of
   * draws. After {@link Sbc#run}, {@link SbcReport#coverage} gives the same without new draws.
   *
   * <p>With 1000 simulations a posterior that is 20 % too narrow is rejected at p &lt; 0.01
   * practically always. A shift is seen in second order only: by 0.3 sd, 80 % intervals hold 78 %,
   * which takes 20,000 simulations. {@link Sbc} sees it with 1000.
   *
   * @param <X> the kind of observation
   * @param amortized the posterior to be checked
   * @param test simulations from the prior that training has not seen, at least 2 of them finite;
   *     those that are not are excluded and counted
   * @param draws draws per simulation; at least 2, usually 1000
   * @param seed decides the draws
   * @return the share of truths inside, by parameter and level
   * @throws ShapeException if the observations are not of the shape that was learnt from
   * @throws IllegalArgumentException if the parameters are not those of the posterior, or fewer
   *     than 2 simulations are finite
   */
  public static <X extends Observations> CoverageReport run(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    return new CoverageReport(Ranks.of(PosteriorDraws.of(amortized, test, draws, seed)));
  }
}
