package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/**
 * What is known of the parameters once an observation has been made. Immutable, free of native
 * resources, and safe to share between threads.
 *
 * <p>Only draws and densities are asked of an implementation; the summaries here are made from
 * {@value #DRAWS} draws with a seed of their own (standard error of a mean: 0.7 % of the standard
 * deviation). Posteriors of {@link Snpe} have better ones.
 */
public interface Posterior {
  /** The number of draws behind the summaries of an implementation that has no better ones. */
  int DRAWS = 20_000;

  /** Returns the parameters this is a distribution over, in order. */
  List<Parameter> parameters();

  /**
   * Draws {@code n} parameter sets. Row i depends on the seed and on i only.
   *
   * @throws IllegalArgumentException if {@code n} is not positive
   */
  ParameterTable sample(int n, long seed);

  /**
   * Returns the log density at each row of {@code theta}, over the parameters in their units;
   * negative infinity outside the prior.
   *
   * @throws IllegalArgumentException if the table has other parameters
   */
  double[] logDensity(ParameterTable theta);

  /** Returns the mean of each parameter. */
  default ParameterSet mean() {
    return ParameterSet.of(parameters(), Moments.of(sample(DRAWS, 0)).mean());
  }

  /** Returns the covariance {@code [d][d]}, in products of the units, as a fresh array. */
  default double[][] covariance() {
    return Moments.of(sample(DRAWS, 0)).square();
  }

  /**
   * Returns the standard deviation of {@code parameter}, in its unit.
   *
   * @throws IllegalArgumentException if this is not a distribution over {@code parameter}
   */
  default double sd(Parameter parameter) {
    int j = index(parameter);
    return Math.sqrt(covariance()[j][j]);
  }

  /**
   * Returns the central interval of {@code parameter} that holds {@code level} of the probability.
   *
   * @param level in (0, 1): 0.9 for 90 %
   * @throws IllegalArgumentException if the level is not in (0, 1), or this is not a distribution
   *     over {@code parameter}
   */
  default CredibleInterval interval(Parameter parameter, double level) {
    CredibleInterval.requireLevel(level);
    return Draws.interval(parameter, level, sample(DRAWS, 0).column(parameter));
  }

  /** Returns where the density is highest: here, the best of the draws. */
  default ParameterSet mode() {
    ParameterTable draws = sample(DRAWS, 0);
    return draws.set(Draws.highest(logDensity(draws)));
  }

  /**
   * Returns the column of {@code parameter}.
   *
   * @throws IllegalArgumentException if this is not a distribution over it
   */
  default int index(Parameter parameter) {
    int j = parameters().indexOf(parameter);
    if (j < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " in this posterior; there are " + parameters());
    }
    return j;
  }
}
