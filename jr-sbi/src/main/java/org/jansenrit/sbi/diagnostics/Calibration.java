package org.jansenrit.sbi.diagnostics;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.sbi.AmortizedPosterior;

/** All checks of calibration on the same posterior draws, for little more than the cost of one. */
public final class Calibration {
  private Calibration() {}

  /**
   * Runs {@link Sbc}, {@link Coverage}, {@link ExpectedCoverage} and {@link Tarp}.
   *
   * @param <X> the kind of observation
   * @param amortized the posterior to be checked
   * @param test simulations from the prior that training has not seen, at least 2 of them finite;
   *     those that are not are excluded and counted
   * @param draws draws per simulation; at least 2, usually 1000
   * @param seed decides draws and references
   * @return the reports of all four checks
   * @throws ShapeException if the observations are not of the shape that was learnt from
   * @throws IllegalArgumentException if the parameters are not those of the posterior, or fewer
   *     than 2 simulations are finite
   */
  public static <X extends Observations> CalibrationReport run(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    PosteriorDraws source = PosteriorDraws.of(amortized, test, draws, seed);
    Ranks ranks = Ranks.unseen(source);
    RegionShares regions = new RegionShares(source.simulations());
    NearerShares points = new NearerShares(source, amortized.prior());
    source.show(List.of(ranks, regions, points));
    return new CalibrationReport(
        Sbc.report(ranks, amortized.prior(), seed), regions.report(source), points.report());
  }
}
