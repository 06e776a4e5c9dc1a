package org.jansenrit.sbi;

import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;

/**
 * Draws and densities as arrays named after the groups of ArviZ: {@code posterior/A}, {@code
 * sample_stats/lp}, {@code observed_data/x}. Draws have the axes (chain, draw), with one chain.
 *
 * @see <a href="https://python.arviz.org/en/stable/schema/schema.html">ArviZ, InferenceData
 *     schema</a>
 */
public final class InferenceData {
  private InferenceData() {}

  /**
   * {@return draws, one array of (1, n) per parameter, and the log density of each draw}
   *
   * @param posterior that is drawn from
   * @param n how many; at least 1
   * @param seed decides the draws
   * @throws IllegalArgumentException if {@code n} is not positive
   */
  public static NumpyFile of(Posterior posterior, int n, long seed) {
    ParameterTable draws = posterior.sample(n, seed);
    NumpyFile arrays = NumpyFile.empty();
    for (Parameter p : posterior.parameters()) {
      arrays = arrays.with("posterior/" + p.symbol(), draws.column(p), 1, n);
    }
    return arrays.with("sample_stats/lp", posterior.logDensity(draws), 1, n);
  }

  /**
   * {@return the values of observations, as (observation, value)}
   *
   * @param x in the unit of the data
   */
  public static NumpyFile observed(Observations x) {
    double[] values = new double[x.size() * x.width()];
    for (int i = 0; i < x.size(); i++) {
      System.arraycopy(x.row(i), 0, values, i * x.width(), x.width());
    }
    return NumpyFile.empty().with("observed_data/x", values, x.size(), x.width());
  }

  /**
   * {@return the draws of a prior, one array of (1, draws) per parameter}
   *
   * @param draws in the units of the parameters
   */
  public static NumpyFile prior(ParameterTable draws) {
    NumpyFile arrays = NumpyFile.empty();
    for (Parameter p : draws.parameters()) {
      arrays = arrays.with("prior/" + p.symbol(), draws.column(p), 1, draws.size());
    }
    return arrays;
  }
}
