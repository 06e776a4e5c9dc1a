/**
 * Neural posterior estimation: full posteriors over parameters, given an observation.
 *
 * <p>Start with {@link org.jansenrit.sbi.Snpe#of}. {@code fit} gives an {@link
 * org.jansenrit.sbi.AmortizedPosterior}, {@code given} a {@link org.jansenrit.sbi.Posterior} over
 * the parameters in their units. Posteriors are densities over the prior's own support, so that no
 * draw can leave it. Depends on {@code jr-core} and {@code jr-inference}.
 */
package org.jansenrit.sbi;
