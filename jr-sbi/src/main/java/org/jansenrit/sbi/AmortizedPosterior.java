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

  /** {@return the prior whose update this gives} */
  Prior prior();

  /**
   * {@return the posterior of each observation, in order; much faster than one by one}
   *
   * @param observations of the shape that was learnt from, all values finite
   * @throws ShapeException if the observations have another shape than those learnt from
   * @throws IllegalArgumentException if one of them has values that are not finite
   */
  List<? extends Posterior> givenEach(X observations);

  /**
   * {@return the posterior given one observation}
   *
   * @param one a single observation, all values finite
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
   * {@return the posterior given one of several observations}
   *
   * @param observations of the shape that was learnt from
   * @param i which of them, counted from 0; all its values finite
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
