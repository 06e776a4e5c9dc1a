package org.jansenrit.sbi;

import org.jansenrit.core.data.ParameterTable;

/** The logarithm of the probability density of one observation, as a function of parameters. */
@FunctionalInterface
public interface LogLikelihood {

  /**
   * Returns the log likelihood at each row, up to one constant; negative infinity where the
   * observation cannot be.
   */
  double[] at(ParameterTable theta);
}
