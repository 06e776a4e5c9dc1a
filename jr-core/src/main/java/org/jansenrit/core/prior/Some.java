package org.jansenrit.core.prior;

import java.util.HashSet;
import java.util.List;
import org.jansenrit.core.model.Parameter;

/** Which parameters a marginal is over. */
final class Some {
  private Some() {}

  /**
   * Returns {@code some} in the order of {@code all}.
   *
   * @throws IllegalArgumentException if there is none, one is named twice or not among them
   */
  static List<Parameter> of(List<Parameter> all, List<Parameter> some) {
    if (some.isEmpty() || !all.containsAll(some) || new HashSet<>(some).size() != some.size()) {
      throw new IllegalArgumentException(
          "a marginal is over some of " + all + ", each once, but was asked of " + some);
    }
    return all.stream().filter(some::contains).toList();
  }
}
