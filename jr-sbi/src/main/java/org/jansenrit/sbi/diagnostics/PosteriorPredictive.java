package org.jansenrit.sbi.diagnostics;

import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.sbi.Posterior;

/**
 * Posterior predictive check: whether simulations of posterior draws look like the observation.
 *
 * @see <a href="https://www.stat.columbia.edu/~gelman/research/published/A6n41.pdf">Gelman, Meng
 *     &amp; Stern (1996)</a>
 */
public final class PosteriorPredictive {
  private static final int FEWEST = 20;

  private PosteriorPredictive() {}

  /**
   * Simulates posterior draws. Those that are not finite are left out and counted.
   *
   * <p>It sees observations that no draw explains. It cannot see a posterior that is somewhat too
   * narrow or shifted, since the spread of simulations is that of the noise too: that is for {@link
   * Calibration} and {@link LocalC2st}.
   *
   * @param <X> the kind of observation
   * @param posterior given {@code observed}
   * @param simulator of the parameters of the posterior
   * @param observed one observation of the shape that the simulator gives, finite
   * @param n number of simulations; at least 20, usually some hundreds
   * @param seed decides draws and simulations
   * @return the observation among the simulations
   * @throws ShapeException if there is not exactly one observation, or of another shape than the
   *     simulations, or the simulator does not give one simulation per row
   * @throws IllegalArgumentException if the observation has values that are not finite, or fewer
   *     than 20 simulations are finite
   */
  public static <X extends Observations> PredictiveReport run(
      Posterior posterior, Simulator<X> simulator, X observed, int n, long seed) {
    Observed.requireOne(observed);
    if (n < FEWEST) {
      throw new IllegalArgumentException(
          "a predictive check needs at least " + FEWEST + " simulations, but was asked for " + n);
    }
    X x = simulator.simulate(posterior.sample(n, seed), Streams.of(seed));
    if (x.size() != n) {
      throw new ShapeException("simulator", n + " observations for as many rows", x.size() + "");
    }
    observed.requireShapeOf(x, "observation", "the simulations");
    double[][] finite =
        IntStream.range(0, x.size()).filter(x::isFinite).mapToObj(x::row).toArray(double[][]::new);
    if (finite.length < FEWEST) {
      throw new IllegalArgumentException(
          "a predictive check needs at least "
              + FEWEST
              + " finite simulations, but of "
              + n
              + " only "
              + finite.length
              + " are");
    }
    return new PredictiveReport(finite, observed.row(0), n - finite.length, x);
  }
}
