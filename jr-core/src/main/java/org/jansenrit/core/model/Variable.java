package org.jansenrit.core.model;

/**
 * A state variable of a model.
 *
 * @param symbol its symbol in the source paper
 * @param unit its unit
 * @param initial where it starts unless the simulation says otherwise, in that unit; finite
 */
public record Variable(String symbol, String unit, double initial) {
  /**
   * Creates a variable.
   *
   * @param symbol its symbol in the source paper
   * @param unit its unit
   * @param initial where it starts, in that unit
   * @throws IllegalArgumentException if {@code initial} is not finite
   */
  public Variable {
    if (!Double.isFinite(initial)) {
      throw new IllegalArgumentException(
          "initial value of " + symbol + " must be finite, but was " + initial + " " + unit);
    }
  }
}
