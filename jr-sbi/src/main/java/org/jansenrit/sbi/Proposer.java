package org.jansenrit.sbi;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/** Draws the parameters of a round and simulates them. */
record Proposer<X extends Observations>(
    PriorTransform transform, Simulator<X> simulator, X observed, Rounds rounds) {
  private static final long ROLE = Streams.part(Streams.PRIOR, 3);

  /** After so many draws a point is simulated although it will fail. */
  private static final int ATTEMPTS = 50;

  /** Draws points u. */
  @FunctionalInterface
  interface Source {
    double[] draw(UniformRandomProvider random, int d);
  }

  /** Returns a source that draws from a mixture. */
  static Source from(GaussianMixture proposal) {
    return (random, d) -> {
      double[][] one = new double[1][d];
      proposal.sample(random, one);
      return one[0];
    };
  }

  Prior prior() {
    return transform.prior();
  }

  /**
   * Runs the simulations of a round. Simulation i, counted over all rounds, depends on the seed and
   * i only, the source being given.
   *
   * @param round counted from 1
   * @param before the simulations of the rounds before; null of the first
   */
  Dataset<X> simulate(int round, Source source, Dataset<X> before) {
    Streams streams = Streams.of(rounds.seed()).from((round - 1L) * rounds.simulations());
    double[][] rows = points(streams, source, before);
    Arrays.setAll(rows, i -> transform.toTheta(rows[i]));
    ParameterTable theta = ParameterTable.of(prior().parameters(), rows);
    X x = simulator.simulate(theta, streams);
    if (x.size() != rows.length) {
      throw new ShapeException(
          "simulator", rows.length + " observations for as many rows", x.size() + "");
    }
    Provenance provenance =
        Provenance.here()
            .with("simulator", simulator)
            .with("prior", prior())
            .with("round", round)
            .with("seed", rounds.seed());
    return new Dataset<>(theta, x, provenance);
  }

  /**
   * Runs one simulation, so that an observation of another shape is refused before a whole round
   * has been run in vain.
   */
  void requireShape() {
    first(prior().sample(1, Streams.of(rounds.seed())));
  }

  /** Simulates the first parameter set of the first round. */
  X first(ParameterTable theta) {
    X x = simulator.simulate(theta.select(0), Streams.of(rounds.seed()));
    observed.requireShapeOf(x, "observation", "the simulations");
    return x;
  }

  /** Draws points, each again while the simulator is known to fail there. */
  private double[][] points(Streams streams, Source source, Dataset<X> before) {
    int d = prior().parameters().size();
    UniformRandomProvider[] random = new UniformRandomProvider[rounds.simulations()];
    Arrays.setAll(random, i -> streams.random(i, ROLE));
    double[][] u = new double[random.length][];
    Arrays.setAll(u, i -> source.draw(random[i], d));
    if (before == null || !RestrictedPrior.canLearn(before)) {
      return u;
    }
    try (RestrictedPrior finite = RestrictedPrior.learn(prior(), before, rounds.seed())) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        boolean[] accepted = finite.accepts(straight(u));
        Arrays.setAll(u, i -> accepted[i] ? u[i] : source.draw(random[i], d));
      }
    }
    return u;
  }

  private double[][] straight(double[][] u) {
    return Arrays.stream(u).map(transform::straight).toArray(double[][]::new);
  }
}
