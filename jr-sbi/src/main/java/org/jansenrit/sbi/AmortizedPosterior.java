package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.prior.Prior;

/**
 * A posterior for any observation of one shape, at the cost of looking at it.
 *
 * <p>{@link Snpe#fit} returns one that has been learnt; one that is known in closed form can be
 * written by hand, to check the diagnostics.
 *
 * @param <X> the kind of observation
 */
public interface AmortizedPosterior<X extends Observations> extends AutoCloseable {

  /** Returns the prior whose update this gives. */
  Prior prior();

  /**
   * Returns the posterior of each observation, in order; much faster than one by one.
   *
   * @throws ShapeException if the observations have another shape than those learnt from
   * @throws IllegalArgumentException if one of them has values that are not finite
   */
  List<? extends Posterior> givenEach(X observations);

  /**
   * Returns the posterior given one observation.
   *
   * @throws ShapeException if there is not exactly one, or it has another shape than those learnt
   *     from
   * @throws IllegalArgumentException if it has values that are not finite
   */
  default Posterior given(X one) {
    if (one.size() != 1) {
      throw new ShapeException(
          "given", "one observation (see givenEach and given(x, i))", one.size() + "");
    }
    return givenEach(one).get(0);
  }

  /**
   * Returns the posterior given observation {@code i} of {@code observations}, counted from 0.
   *
   * @throws IndexOutOfBoundsException if there is no observation {@code i}
   * @throws ShapeException if the observations have another shape than those learnt from
   * @throws IllegalArgumentException if it has values that are not finite
   */
  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  default Posterior given(X observations, int i) {
    if (i < 0 || i >= observations.size()) {
      throw new IndexOutOfBoundsException(
          "no observation " + i + " in " + observations + "; they are counted from 0");
    }
    return given((X) observations.select(i));
  }

  /** Frees what this holds; posteriors taken from it stay usable. */
  @Override
  default void close() {}
}
