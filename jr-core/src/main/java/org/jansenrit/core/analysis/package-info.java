/**
 * What an experiment can tell: sensitivity, identifiability, and where a model changes its
 * behaviour.
 *
 * <p>Start with {@link org.jansenrit.core.analysis.Identifiability} to learn which parameters, or
 * which combinations of them, an experiment determines, and how well at best. Derivatives are taken
 * by the logarithm of a parameter, so that they compare parameters of any unit: 0.01 is one per
 * cent. Depends on all other packages of the core.
 */
package org.jansenrit.core.analysis;
