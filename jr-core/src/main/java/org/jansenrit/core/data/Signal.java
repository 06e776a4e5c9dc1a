package org.jansenrit.core.data;

import java.util.HashMap;
import java.util.Map;

/**
 * One channel of one simulation or recording, and what has been derived from it. Used by one
 * thread.
 */
public final class Signal {
  private final SignalShape shape;
  private final double[] values;
  private final Map<Derivation<?>, Object> derived = new HashMap<>();

  /**
   * Wraps {@code values}, which must not be written to from now on.
   *
   * @param shape samples, rate, start and unit
   * @param values as many as the shape says
   * @throws ShapeException if there are more or fewer than {@code shape} says
   */
  public Signal(SignalShape shape, double[] values) {
    if (values.length != shape.samples()) {
      throw new ShapeException("signal", shape.toString(), values.length + " values");
    }
    this.shape = shape;
    this.values = values;
  }

  /**
   * How something is derived from a signal: its spectrum, say. Two that are equal give the same.
   *
   * @param <T> what is derived
   */
  @FunctionalInterface
  public interface Derivation<T> {
    /**
     * {@return what is derived from {@code x}}
     *
     * @param x which it must not write to
     */
    T of(Signal x);
  }

  /** {@return samples, rate, start and unit} */
  public SignalShape shape() {
    return shape;
  }

  /** {@return the values, which must not be written to} */
  public double[] values() {
    return values;
  }

  /**
   * {@return what {@code how} derives, computed once for all summaries that ask for it}
   *
   * @param <T> what is derived
   * @param how computes it, if it has not been computed
   */
  @SuppressWarnings("unchecked") // what is kept under a derivation was made by one equal to it
  public <T> T derived(Derivation<T> how) {
    T known = (T) derived.get(how);
    if (known == null) {
      known = how.of(this);
      derived.put(how, known);
    }
    return known;
  }

  @Override
  public String toString() {
    return "Signal " + shape;
  }
}
