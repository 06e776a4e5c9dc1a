package org.jansenrit.core.simulate;

import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
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

  /** {@return the parameters this accepts; empty if it does not say} */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Runs one simulation.
   *
   * @param theta one point in parameter space
   * @param seed decides all random numbers
   * @return one observation
   */
  default X simulate(ParameterSet theta, long seed) {
    return simulate(ParameterTable.of(theta), Streams.of(seed));
  }

  /**
   * Draws {@code n} parameter sets from {@code prior} and runs them.
   *
   * @param prior over parameters that this accepts
   * @param n the number of simulations; at least one
   * @param seed decides all random numbers; simulation i depends on it and on i only
   * @return n parameter sets and what was observed of each, those that diverged included and
   *     counted
   * @throws IllegalArgumentException if {@code n} is below one, or the prior has a parameter that
   *     this does not accept
   */
  default Dataset<X> sample(Prior prior, int n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("at least one simulation is needed, but n was " + n);
    }
    return new Sampling<>(this, prior, seed).rows(0, n);
  }

  /**
   * Draws {@code n} parameter sets from {@code prior} and runs them, {@code chunk} at a time, each
   * chunk being written to {@code directory} before the next begins: for sets larger than memory,
   * and for runs that may be stopped.
   *
   * <p>A run that was stopped is continued by the same call. Every simulation is the same, bit for
   * bit, as that of {@code sample(prior, n, seed)}, however often it was stopped.
   *
   * @param directory made if it is not there; a run of another simulator, prior, seed, size or
   *     version in it is refused, as far as their texts tell them apart
   * @param prior over parameters that this accepts
   * @param n the number of simulations; at least one
   * @param chunk the number of simulations per file, all of which are in memory at once
   * @param seed decides all random numbers
   * @return the data set on disk, as {@link Dataset#load(Path)} reads it
   * @throws IllegalArgumentException if there are to be no simulations, the prior has a parameter
   *     that this does not accept, or drew others when the run was begun
   * @throws java.io.UncheckedIOException if the directory has another run or cannot be written
   * @throws java.util.concurrent.CancellationException if the thread is interrupted between two
   *     chunks; it stays interrupted, and nothing is lost
   */
  default Dataset<X> sampleTo(Path directory, Prior prior, int n, int chunk, long seed) {
    return new ChunkedSampling<>(new Sampling<>(this, prior, seed), directory, n, chunk).run();
  }
}
