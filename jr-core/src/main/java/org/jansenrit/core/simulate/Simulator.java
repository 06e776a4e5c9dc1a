package org.jansenrit.core.simulate;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;

/**
 * The seam between simulating and learning: anything that turns parameters into observations. A
 * lambda over code of your own is a simulator.
 *
 * @param <X> what it observes
 */
@FunctionalInterface
public interface Simulator<X extends Observations> {

  /**
   * Runs one simulation per row of {@code theta}.
   *
   * @param theta the parameters, all of which must be among {@link #parameters()}
   * @param streams row i draws from stream i of these and from nothing else
   * @return as many observations as rows, in the same order
   */
  X simulate(ParameterTable theta, Streams streams);

  /** Returns the parameters this accepts; empty if it does not say. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Runs one simulation. */
  default X simulate(ParameterSet theta, long seed) {
    return simulate(ParameterTable.of(theta), Streams.of(seed));
  }

  /**
   * Draws {@code n} parameter sets from {@code prior} and runs them.
   *
   * @throws IllegalArgumentException if {@code n} is below one, or the prior has a parameter that
   *     this does not accept
   */
  default Dataset<X> sample(Prior prior, int n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("at least one simulation is needed, but n was " + n);
    }
    Streams streams = Streams.of(seed);
    ParameterTable theta = prior.sample(n, streams);
    X x = simulate(theta, streams);
    if (x.size() != n) {
      throw new ShapeException("simulator", n + " observations for as many rows", x.size() + "");
    }
    Provenance made =
        Provenance.here().with("simulator", this).with("prior", prior).with("seed", seed);
    return new Dataset<>(theta, x, made);
  }
}
