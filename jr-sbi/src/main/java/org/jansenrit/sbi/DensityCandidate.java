package org.jansenrit.sbi;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Locale;

/**
 * A network that was tried.
 *
 * @param density the number of components and the size of the network
 * @param weightDecay the weight decay that it was trained with
 * @param validationLoss mean negative log density of the held-out rows, in nat; over z
 */
public record DensityCandidate(MixtureDensity density, double weightDecay, double validationLoss) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %d x %d units, weight decay %s: %.3f nat",
        density,
        density.layers(),
        density.width(),
        shortest(weightDecay),
        validationLoss);
  }
}
