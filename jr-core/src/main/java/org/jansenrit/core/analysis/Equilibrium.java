package org.jansenrit.core.analysis;

import java.util.List;

/**
 * A state in which a model rests.
 *
 * @param value of the parameter or input that is varied, in its unit
 * @param state one value per variable, in its unit; copied
 * @param output of the model, in its unit
 * @param unstable how many directions lead away from it; 0 if it is stable
 * @param growth the largest real part of its eigenvalues, in 1/s
 */
public record Equilibrium(
    double value, List<Double> state, double output, int unstable, double growth) {

  /**
   * Creates a state of rest.
   *
   * @param value of what is varied, in its unit
   * @param state one value per variable, in its unit; copied
   * @param output of the model, in its unit
   * @param unstable how many directions lead away from it
   * @param growth the largest real part of its eigenvalues, in 1/s
   */
  public Equilibrium {
    state = List.copyOf(state);
  }

  /** {@return whether the model comes back to it} */
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
