/**
 * Families of features of a signal: moments, waveform, autocorrelation, spectrum, components of an
 * evoked potential.
 *
 * <p>Put them together by {@link org.jansenrit.core.data.Features#of(Summary...)}: {@code
 * Features.of(Psd.logBins(33), Moments.upTo(4))} turns {@code TimeSeries} into {@code Features},
 * before an estimator or a posterior, for a recording, or while simulating. Names state units.
 * Frequencies are in Hz, times in s, powers in the square of the signal's unit. Everything is
 * immutable. Depends on {@code data} and {@code quantity}.
 */
package org.jansenrit.core.features;

import org.jansenrit.core.data.Summary;
