package org.jansenrit.sbi;

import org.jansenrit.core.data.ParameterTable;

/** The logarithm of the probability density of one observation, as a function of parameters. */
@FunctionalInterface
public interface LogLikelihood {

  /**
   * {@return the log likelihood at each row, in nat, up to one constant; negative infinity where
   * the observation cannot be}
   *
   * @param theta parameter sets in their units, one per row
   */
  double[] at(ParameterTable theta);

  /**
   * {@return what a posterior that is refined by it says it was refined by, as {@code "Whittle
   * likelihood (approximate) of 33 frequencies"}; empty, and not said, unless overridden}
   */
  default String label() {
    return "";
  }
}
