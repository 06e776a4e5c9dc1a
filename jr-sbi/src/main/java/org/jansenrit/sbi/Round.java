package org.jansenrit.sbi;

import java.util.Locale;

/**
 * One round of {@link Snpe#infer}.
 *
 * @param number counted from 1
 * @param simulations how many were run
 * @param excluded how many of them were left out because they are not finite
 * @param fromPrior whether its parameters were drawn from the whole prior: in the first round, and
 *     where a truncated prior would have been mostly edge
 * @param components the number of normals of each network
 * @param before loss on this round's held-out simulations of the posterior of the round before, in
 *     nat; NaN in the first round
 * @param after that loss of what was learnt with this round's simulations
 * @param kept whether what was learnt replaced what was there: it did if its loss is lower
 */
public record Round(
    int number,
    int simulations,
    int excluded,
    boolean fromPrior,
    int components,
    double before,
    double after,
    boolean kept) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "round %d: %d simulations", number, simulations)
        + (fromPrior && number > 1 ? " from the whole prior" : "")
        + (excluded == 0 ? "" : ", " + excluded + " not finite")
        + String.format(Locale.ROOT, "; %d components; loss ", components)
        + (number == 1
            ? String.format(Locale.ROOT, "%.3f", after)
            : String.format(Locale.ROOT, "%.3f after %.3f", after, before))
        + (kept ? "" : "; not kept");
  }
}
