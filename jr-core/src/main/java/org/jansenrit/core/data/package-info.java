/**
 * What goes between simulating and learning: tables of parameters, observations, data sets.
 *
 * <p>Start with {@link org.jansenrit.core.data.Dataset}. Observations are {@link
 * org.jansenrit.core.data.TimeSeries} or {@link org.jansenrit.core.data.Features}, n simulations
 * each, kept as 32-bit floats in memory or on disk ({@link org.jansenrit.core.data.Dataset#load});
 * parameters are doubles, each in the unit of its parameter. All are immutable. Depends on {@code
 * model}, {@code math} and {@code quantity}.
 */
package org.jansenrit.core.data;
