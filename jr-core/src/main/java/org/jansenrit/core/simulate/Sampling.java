package org.jansenrit.core.simulate;

import java.util.regex.Pattern;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;

/** Parameter sets drawn from a prior, and their simulations. Row i depends on the seed and i. */
record Sampling<X extends Observations>(Simulator<X> simulator, Prior prior, long seed) {
  /** What objects without a text of their own print, which is another in each process. */
  private static final Pattern ADDRESS = Pattern.compile("(?<=\\w)@[0-9a-f]{1,8}\\b");

  private static final Pattern NUMBER_OF_LAMBDA = Pattern.compile("(?<=\\$\\$Lambda)[^\\s@]*");

  /** Draws {@code count} parameter sets, the first being that of simulation {@code first}. */
  ParameterTable theta(int first, int count) {
    return prior.sample(count, Streams.of(seed).from(first));
  }

  /** Draws {@code count} parameter sets and runs them. */
  Dataset<X> rows(int first, int count) {
    ParameterTable theta = theta(first, count);
    X x = simulator.simulate(theta, Streams.of(seed).from(first));
    if (x.size() != count) {
      throw new ShapeException(
          "simulator", count + " observations for as many rows", x.size() + "");
    }
    return new Dataset<>(theta, x, provenance());
  }

  Provenance provenance() {
    return Provenance.here()
        .with("simulator", lasting(simulator.toString()))
        .with("prior", lasting(prior.toString()))
        .with("seed", seed);
  }

  private static String lasting(String text) {
    return ADDRESS.matcher(NUMBER_OF_LAMBDA.matcher(text).replaceAll("")).replaceAll("");
  }
}
