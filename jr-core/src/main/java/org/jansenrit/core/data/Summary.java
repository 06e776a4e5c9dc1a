package org.jansenrit.core.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A few numbers that sum up a signal: a family of features. Put together by {@link
 * Features#of(Summary...)}; one of your own is {@link #of a lambda}. Immutable.
 */
@FunctionalInterface
public interface Summary {

  /**
   * Prepares for signals of one shape, before any is seen.
   *
   * @param shape of all signals to come
   * @return the names of the numbers, and what computes them
   * @throws IllegalArgumentException if such a signal cannot be summed up this way: a band above
   *     its Nyquist frequency, a segment longer than it is
   */
  Prepared prepare(SignalShape shape);

  /**
   * {@return what is needed to make this summary again in another process}
   *
   * @throws UnsupportedOperationException if it cannot be saved, as a lambda cannot
   */
  default Archive toArchive() {
    throw new UnsupportedOperationException(
        "the summary " + this + " cannot be saved: only the families of the library can");
  }

  /**
   * {@return a summary of one number}
   *
   * @param name what it is called, with its unit: {@code "line length (uV)"}
   * @param number computes it from the values, which it must not write to; NaN where it is not
   *     defined
   */
  static Summary of(String name, ToDoubleFunction<double[]> number) {
    Prepared one =
        new Prepared(List.of(name), x -> new double[] {number.applyAsDouble(x.values())});
    return shape -> one;
  }

  /**
   * A summary that knows the shape of the signals. Used by several threads.
   *
   * @param names what its numbers are called, each with its unit: {@code "mean (uV)"}
   * @param numbers computes them, in the same order; NaN where one is not defined
   */
  record Prepared(List<String> names, Function<Signal, double[]> numbers) {
    /**
     * Creates a prepared summary.
     *
     * @param names one per number; copied
     * @param numbers what computes them
     */
    public Prepared {
      names = List.copyOf(names);
    }
  }
}
