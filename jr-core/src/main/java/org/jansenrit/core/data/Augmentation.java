package org.jansenrit.core.data;

import org.jansenrit.core.math.Streams;

/**
 * A random change to observations that leaves the parameters behind them as they were, such as
 * fresh sensor noise. An estimator that sees another draw in each epoch does not learn the draws.
 *
 * <p>A change of one's own is a lambda: {@code (x, streams) -> x.mapRows((i, values) -> ...)}.
 *
 * @param <X> the kind of observation
 */
@FunctionalInterface
public interface Augmentation<X extends Observations> {

  /**
   * {@return changed observations of the same number and shape} Should compute each row when it is
   * looked at, as {@link TimeSeries#mapRows} does, so that sets larger than memory can be changed.
   *
   * @param x not changed itself
   * @param streams row i draws from stream i of these and from nothing else
   */
  X apply(X x, Streams streams);
}
