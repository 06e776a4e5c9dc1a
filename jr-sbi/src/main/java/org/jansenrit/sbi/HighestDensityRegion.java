package org.jansenrit.sbi;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Locale;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.ParameterSet;

/**
 * The smallest region that holds a share of the probability: where the density is above a
 * threshold. It may be in several pieces.
 *
 * @param posterior whose region it is
 * @param level the probability inside, in (0, 1)
 * @param logThreshold the lowest log density inside, over the parameters in their units
 */
public record HighestDensityRegion(Posterior posterior, double level, double logThreshold) {

  /**
   * {@return whether a parameter set is inside}
   *
   * @param theta of the parameters of the posterior
   * @throws IllegalArgumentException if it has other parameters
   */
  public boolean contains(ParameterSet theta) {
    return posterior.logDensity(ParameterTable.of(theta))[0] >= logThreshold;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %% of %s: log density at least %.4g",
        shortest(100 * level),
        posterior,
        logThreshold);
  }
}
