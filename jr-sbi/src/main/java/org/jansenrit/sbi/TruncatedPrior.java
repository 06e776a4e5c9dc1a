package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.math.Streams;

/**
 * The prior over u truncated to where posteriors are: to the points whose density is above that of
 * all but 1 in 10,000 of a posterior's own draws, in each of several rounds. Immutable.
 *
 * <p>Drawn by rejection from the prior where at least 1 in 100 is inside; else by
 * sampling-importance-resampling, each draw being one of 1024 of the newest posterior inside all
 * regions, chosen in proportion to the prior over its density.
 *
 * @see <a href="https://arxiv.org/abs/2210.04815">Deistler et al. (2022)</a>
 */
final class TruncatedPrior {
  private static final double OUTSIDE = 1e-4;
  private static final int DRAWS = 1 << 18;
  private static final int PROBES = 10_000;
  private static final double FREQUENT = 0.01;
  private static final int CANDIDATES = 1024;
  private static final int PASSES = 1000;
  private static final int SHARED = 200;
  private static final double HALF = 0.5;
  private static final long ROLE = Streams.part(Streams.PRIOR, 4);

  private final PriorTransform transform;
  private final List<Region> regions;
  private final boolean rejects;

  private TruncatedPrior(PriorTransform transform, List<Region> regions) {
    this.transform = transform;
    this.regions = List.copyOf(regions);
    this.rejects = regions.isEmpty() || acceptance() >= FREQUENT;
  }

  private record Region(GaussianMixture posterior, double threshold) {
    boolean contains(double[] u) {
      return posterior.logDensity(u) > threshold;
    }
  }

  /** Returns the whole of a prior. */
  static TruncatedPrior whole(PriorTransform transform) {
    return new TruncatedPrior(transform, List.of());
  }

  /** Returns this truncated further to where {@code posterior} is. */
  TruncatedPrior within(GaussianMixture posterior, long seed) {
    double[][] draws = new double[DRAWS][posterior.dimensions()];
    posterior.sample(Streams.of(seed).random(regions.size(), ROLE), draws);
    double[] logs = Arrays.stream(draws).parallel().mapToDouble(posterior::logDensity).toArray();
    Arrays.sort(logs);
    List<Region> more = new ArrayList<>(regions);
    more.add(new Region(posterior, logs[(int) (OUTSIDE * DRAWS)]));
    return new TruncatedPrior(transform, more);
  }

  boolean contains(double[] u) {
    return regions.stream().allMatch(region -> region.contains(u));
  }

  /** Returns whether at least 1 in 100 draws of the prior is inside. */
  boolean isFrequent() {
    return rejects;
  }

  /**
   * Returns whether simulations that are inside have more of their posteriors outside than inside.
   * What is learnt from them is then mostly where the region ends.
   *
   * @param theirs the posteriors of simulations whose parameters are inside
   */
  boolean isMostlyEdge(List<GaussianMixture> theirs, long seed) {
    Streams streams = Streams.of(seed);
    return IntStream.range(0, theirs.size())
            .mapToDouble(i -> share(theirs.get(i), streams.random(i, ROLE)))
            .average()
            .orElse(1)
        < HALF;
  }

  private double share(GaussianMixture posterior, UniformRandomProvider random) {
    double[][] draws = new double[SHARED][posterior.dimensions()];
    posterior.sample(random, draws);
    return Arrays.stream(draws).filter(this::contains).count() / (double) SHARED;
  }

  private double acceptance() {
    UniformRandomProvider random = Streams.of(0).random(0, ROLE);
    int d = regions.get(0).posterior().dimensions();
    return IntStream.range(0, PROBES).filter(i -> contains(ofPrior(random, d))).count()
        / (double) PROBES;
  }

  private double[] ofPrior(UniformRandomProvider random, int d) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] z = new double[d];
    Arrays.setAll(z, j -> normal.sample());
    return transform.bend(z);
  }

  /** Draws one point of {@code d} coordinates. */
  double[] draw(UniformRandomProvider random, int d) {
    return rejects ? reject(random, d) : resample(random, d);
  }

  private double[] reject(UniformRandomProvider random, int d) {
    double[] u = ofPrior(random, d);
    while (!contains(u)) {
      u = ofPrior(random, d);
    }
    return u;
  }

  /** One pass keeps each candidate with the probability that its weight has among those so far. */
  private double[] resample(UniformRandomProvider random, int d) {
    GaussianMixture newest = regions.get(regions.size() - 1).posterior();
    double[][] candidates = new double[CANDIDATES][d];
    double[] kept = null;
    double total = 0;
    for (int pass = 0; kept == null; pass++) {
      if (pass == PASSES) {
        throw new IllegalStateException(
            "none of %d draws of the newest posterior is in the regions of the %d rounds before it;"
                    .formatted(PASSES * CANDIDATES, regions.size() - 1)
                + " with more simulations a round the rounds would agree");
      }
      newest.sample(random, candidates);
      for (double[] u : candidates) {
        double weight =
            contains(u)
                ? Math.exp(transform.logPrior(transform.straight(u)) - newest.logDensity(u))
                : 0;
        total += weight;
        if (random.nextDouble() * total < weight) {
          kept = u.clone();
        }
      }
    }
    return kept;
  }
}
