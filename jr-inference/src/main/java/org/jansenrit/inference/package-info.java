/**
 * Estimators that recover parameters from observations, and reports of how well they do.
 *
 * <p>Start with {@link org.jansenrit.inference.Estimators}. Estimates are in the units of their
 * parameters. Networks run on PyTorch through {@code inference.djl}; ridge regression needs no
 * native code. Depends on {@code jr-core}.
 */
package org.jansenrit.inference;
