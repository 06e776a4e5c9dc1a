package org.jansenrit.core.analysis;

import java.util.List;

/**
 * A state in which a model rests.
 *
 * @param value of the parameter or input that is varied, in its unit
 * @param state one per variable, in its unit
 * @param output of the model, in its unit
 * @param unstable how many directions lead away from it; 0 if it is stable
 * @param growth the largest real part of its eigenvalues, in 1/s
 */
public record Equilibrium(
    double value, List<Double> state, double output, int unstable, double growth) {

  /** Copies the state. */
  public Equilibrium {
    state = List.copyOf(state);
  }

  /** Returns whether the model comes back to it. */
  public boolean isStable() {
    return unstable == 0;
  }

  @Override
  public String toString() {
    return "%s at %s, output %s, fastest growth %s 1/s"
        .formatted(
            isStable() ? "stable rest" : "unstable rest",
            Texts.rounded(value, 6),
            Texts.rounded(output, 6),
            Texts.digits(growth));
  }
}
