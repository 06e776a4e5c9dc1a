/**
 * Whether posteriors can be trusted: rank statistics, coverage, shrinkage.
 *
 * <p>Start with {@link org.jansenrit.sbi.diagnostics.Sbc#run} on simulations that training has not
 * seen. Every check takes any {@link org.jansenrit.sbi.AmortizedPosterior}, also one written in
 * closed form. P-values are adjusted for the number of parameters (<a
 * href="https://www.jstor.org/stable/4615733">Holm, 1979</a>); reports print a verdict in words
 * first. Depends on {@code sbi}.
 */
package org.jansenrit.sbi.diagnostics;
