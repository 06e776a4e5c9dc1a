package org.jansenrit.sbi;

import java.util.Locale;

/**
 * A number of components that was tried.
 *
 * @param components the number of normals
 * @param validationLoss mean negative log density of the held-out rows, in nat; over z
 */
public record Candidate(int components, double validationLoss) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d: %.3f nat", components, validationLoss);
  }
}
