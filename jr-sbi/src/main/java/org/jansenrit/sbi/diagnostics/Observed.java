package org.jansenrit.sbi.diagnostics;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;

/** What a report on one observation asks of it. */
final class Observed {
  private Observed() {}

  /**
   * Refuses other than one finite observation of the shape of the simulations.
   *
   * @throws ShapeException if there is not exactly one, or of another shape
   * @throws IllegalArgumentException if it has values that are not finite
   */
  static void require(Observations observed, Observations simulated) {
    requireOne(observed);
    observed.requireShapeOf(simulated, "observation", "the simulations");
  }

  /** Refuses other than one finite observation. */
  static void requireOne(Observations observed) {
    if (observed.size() != 1) {
      throw new ShapeException("observed", "one observation", observed.size() + "");
    }
    observed.requireFinite("observation");
  }
}
