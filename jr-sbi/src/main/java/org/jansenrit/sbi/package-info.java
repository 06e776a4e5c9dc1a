/**
 * Neural posterior estimation: full posteriors over parameters, given an observation.
 *
 * <p>Start with {@code Snpe}. Posteriors are densities over the prior's own support, so that no
 * draw can leave it. Depends on {@code jr-core} and {@code jr-inference}.
 */
package org.jansenrit.sbi;
