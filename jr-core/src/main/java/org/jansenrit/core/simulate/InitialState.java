package org.jansenrit.core.simulate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.model.ModelSpec;

/** Where a simulation starts, before its burn-in. Immutable. */
public final class InitialState {
  private final Kind kind;
  private final double[] low;
  private final double[] high;

  private InitialState(Kind kind, double[] low, double[] high) {
    this.kind = kind;
    this.low = low;
    this.high = high;
  }

  /** {@return the initial values of the model's variables} */
  public static InitialState ofModel() {
    return new InitialState(Kind.MODEL, new double[0], new double[0]);
  }

  /** {@return zero in every variable} */
  public static InitialState zero() {
    return new InitialState(Kind.ZERO, new double[0], new double[0]);
  }

  /**
   * {@return {@code values}, one per variable, each in its unit}
   *
   * @param values all finite
   * @throws IllegalArgumentException if one is not finite
   */
  public static InitialState of(double... values) {
    return uniform(values, values);
  }

  /**
   * {@return a state drawn per simulation, uniformly in a box: a random phase for a column that
   * oscillates}
   *
   * @param low one lower bound per variable, in its unit
   * @param high one upper bound per variable, not below the lower
   * @throws IllegalArgumentException if the lengths differ, or a range is empty or not finite
   */
  public static InitialState uniform(double[] low, double[] high) {
    if (low.length != high.length) {
      throw new IllegalArgumentException(
          "initial state: " + low.length + " lower but " + high.length + " upper bounds");
    }
    for (int v = 0; v < low.length; v++) {
      if (!(low[v] <= high[v]) || Double.isInfinite(high[v] - low[v])) {
        throw new IllegalArgumentException(
            "initial state of variable "
                + v
                + ": ["
                + low[v]
                + ", "
                + high[v]
                + "] is empty or not finite");
      }
    }
    return new InitialState(Kind.BOX, low.clone(), high.clone());
  }

  /**
   * Returns one state of {@code spec}.
   *
   * @throws IllegalArgumentException if the numbers of values and variables differ
   */
  double[] draw(ModelSpec spec, UniformRandomProvider random) {
    require(spec);
    double[] y = new double[spec.variables().size()];
    Arrays.setAll(
        y,
        v ->
            switch (kind) {
              case ZERO -> 0;
              case MODEL -> spec.variables().get(v).initial();
              case BOX -> low[v] + (high[v] - low[v]) * random.nextDouble();
            });
    return y;
  }

  void require(ModelSpec spec) {
    if (kind == Kind.BOX && low.length != spec.variables().size()) {
      throw new IllegalArgumentException(
          "initial state: expected "
              + spec.variables().size()
              + " values for the variables of "
              + spec
              + ", but got "
              + low.length);
    }
  }

  private enum Kind {
    MODEL,
    ZERO,
    BOX
  }

  @Override
  public String toString() {
    return switch (kind) {
      case MODEL -> "the model's initial state";
      case ZERO -> "zero state";
      case BOX ->
          Arrays.toString(low) + (Arrays.equals(low, high) ? "" : " to " + Arrays.toString(high));
    };
  }
}
