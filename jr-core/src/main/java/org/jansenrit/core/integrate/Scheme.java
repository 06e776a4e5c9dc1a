package org.jansenrit.core.integrate;

/** An integrator at work on one block of lanes. */
interface Scheme {
  /** Advances all lanes by one step, from the inputs of that step. */
  void step();

  /** Takes notice of inputs that differ from those of the step before; called before the step. */
  default void inputsChanged() {}

  /** Takes notice of new parameters in {@code lane}, which starts again. */
  default void restart(int lane) {}
}
