/**
 * What is done to signals before they are compared with a model: filters of zero phase and other
 * sampling rates.
 *
 * <p>Start with {@link org.jansenrit.core.signal.Filter} and {@link
 * org.jansenrit.core.signal.Resampling}; each takes time series, stands before an estimator or a
 * posterior as a transform, or is given to a recording. Depends on {@code data}, {@code math} and
 * {@code quantity}.
 */
package org.jansenrit.core.signal;
