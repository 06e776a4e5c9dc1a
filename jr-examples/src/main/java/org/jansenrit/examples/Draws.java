package org.jansenrit.examples;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Uniform and normal draws from one stream. */
final class Draws {
  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;

  Draws(UniformRandomProvider random) {
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  double uniform() {
    return random.nextDouble();
  }

  double normal() {
    return normal.sample();
  }
}
