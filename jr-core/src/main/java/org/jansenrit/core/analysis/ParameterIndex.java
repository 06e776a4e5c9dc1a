package org.jansenrit.core.analysis;

import java.util.List;
import org.jansenrit.core.model.Parameter;

/** Where a parameter stands in a result. */
final class ParameterIndex {
  private ParameterIndex() {}

  /**
   * Returns the place of {@code p} in {@code parameters}.
   *
   * @throws IllegalArgumentException if it is not there
   */
  static int of(Parameter p, List<Parameter> parameters) {
    int j = parameters.indexOf(p);
    if (j < 0) {
      throw new IllegalArgumentException("no parameter " + p + " here; there are " + parameters);
    }
    return j;
  }
}
