package org.jansenrit.sbi.diagnostics;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.Posterior;

/** Draws from the posterior of every finite simulation of a test set. */
final class PosteriorDraws {
  private static final int FEWEST = 2;
  private static final long ROLE = Streams.part(Streams.PRIOR, 2);

  final List<Parameter> parameters;
  final Dataset<?> finite;
  final int draws;
  final int excluded;
  private final List<? extends Posterior> posteriors;
  private final Streams streams;

  private PosteriorDraws(
      Dataset<?> finite,
      List<? extends Posterior> posteriors,
      int draws,
      int excluded,
      Streams streams) {
    this.parameters = finite.theta().parameters();
    this.finite = finite;
    this.posteriors = posteriors;
    this.draws = draws;
    this.excluded = excluded;
    this.streams = streams;
  }

  static <X extends Observations> PosteriorDraws of(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    Dataset<X> finite = test.finite();
    require(amortized.prior(), finite, draws);
    return new PosteriorDraws(
        finite,
        amortized.givenEach(finite.x()),
        draws,
        test.size() - finite.size(),
        Streams.of(seed));
  }

  private static void require(Prior prior, Dataset<?> finite, int draws) {
    if (draws < 2) {
      throw new IllegalArgumentException("number of draws must be at least 2, but was " + draws);
    }
    if (finite.size() < FEWEST) {
      throw new IllegalArgumentException(
          "calibration is tested on at least "
              + FEWEST
              + " finite simulations, usually 1000, but there are "
              + finite.size());
    }
    if (!finite.theta().parameters().equals(prior.parameters())) {
      throw new IllegalArgumentException(
          "the posterior is over "
              + prior.parameters()
              + ", but the test set is of "
              + finite.theta().parameters());
    }
  }

  /** Looks at one simulation; called once for each, from several threads. */
  interface Visitor {
    void visit(One one);
  }

  /**
   * One simulation.
   *
   * @param index its number among the finite ones
   * @param truth its parameters, a table of one row
   * @param sample the draws
   * @param random for what else is drawn; its own
   */
  record One(
      int index,
      ParameterTable truth,
      Posterior posterior,
      ParameterTable sample,
      UniformRandomProvider random) {}

  /** Shows all simulations to all visitors, several at a time; the draws are the same for all. */
  void show(List<? extends Visitor> visitors) {
    IntStream.range(0, simulations()).parallel().forEach(i -> show(i, visitors));
  }

  private void show(int i, List<? extends Visitor> visitors) {
    Posterior posterior = posteriors.get(i);
    ParameterTable sample = posterior.sample(draws, streams.key(i, ROLE));
    ParameterTable truth = finite.theta().select(i);
    for (int v = 0; v < visitors.size(); v++) {
      UniformRandomProvider random = streams.random(i, v == 0 ? ROLE : Streams.part(ROLE, v));
      visitors.get(v).visit(new One(i, truth, posterior, sample, random));
    }
  }

  int simulations() {
    return posteriors.size();
  }

  /** {@return {@code "1000 simulations x 1000 draws; 3 diverged simulations excluded"}} */
  @Override
  public String toString() {
    return simulations()
        + " simulations x "
        + draws
        + " draws"
        + (excluded == 0 ? "" : "; " + excluded + " diverged simulations excluded");
  }
}
