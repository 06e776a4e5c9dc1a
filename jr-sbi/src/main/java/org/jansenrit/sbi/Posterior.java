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

  /** {@return the parameters this is a distribution over, in order} */
  List<Parameter> parameters();

  /**
   * Draws parameter sets. Row i depends on the seed and on i only.
   *
   * @param n how many; at least 1
   * @param seed decides the draws
   * @return n x d values, in the units of the parameters
   * @throws IllegalArgumentException if {@code n} is not positive
   */
  ParameterTable sample(int n, long seed);

  /**
   * {@return the log density at each row, in nat, over the parameters in their units; negative
   * infinity outside the prior}
   *
   * @param theta of the same parameters, one set per row
   * @throws IllegalArgumentException if the table has other parameters
   */
  double[] logDensity(ParameterTable theta);

  /** {@return the mean of each parameter, in its unit} */
  default ParameterSet mean() {
    return Draws.mean(parameters(), Moments.of(sample(DRAWS, 0)));
  }

  /** {@return the covariance {@code [d][d]}, in products of the units, as a fresh array} */
  default double[][] covariance() {
    return Moments.of(sample(DRAWS, 0)).square();
  }

  /**
   * {@return the standard deviation of one parameter, in its unit}
   *
   * @param parameter one of those this is a distribution over
   * @throws IllegalArgumentException if this is not a distribution over {@code parameter}
   */
  default double sd(Parameter parameter) {
    int j = index(parameter);
    return Math.sqrt(covariance()[j][j]);
  }

  /**
   * {@return the central interval of one parameter, in its unit}
   *
   * @param parameter one of those this is a distribution over
   * @param level the probability that it holds, in (0, 1): 0.9 for 90 %
   * @throws IllegalArgumentException if the level is not in (0, 1), or this is not a distribution
   *     over {@code parameter}
   */
  default CredibleInterval interval(Parameter parameter, double level) {
    CredibleInterval.requireLevel(level);
    return Draws.interval(parameter, level, sample(DRAWS, 0).column(parameter));
  }

  /** {@return where the density is highest} Here this is the best of the draws. */
  default ParameterSet mode() {
    ParameterTable draws = sample(DRAWS, 0);
    return draws.set(Draws.highest(logDensity(draws)));
  }

  /**
   * {@return the column of one parameter, counted from 0}
   *
   * @param parameter one of those this is a distribution over
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
