package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
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

/**
 * Where each truth lies among draws from its own posterior, with the mean and variance of those
 * draws. Arrays are {@code [parameter][simulation]} and not to be written to.
 */
final class Ranks {
  private static final long ROLE = Streams.part(Streams.PRIOR, 2);

  final List<Parameter> parameters;
  final int draws;
  final int excluded;
  final int[][] rank;
  final double[][] uniform;
  final double[][] score;
  final double[][] variance;

  private Ranks(List<Parameter> parameters, int draws, int simulations, int excluded) {
    this.parameters = parameters;
    this.draws = draws;
    this.excluded = excluded;
    this.rank = new int[parameters.size()][simulations];
    this.uniform = new double[parameters.size()][simulations];
    this.score = new double[parameters.size()][simulations];
    this.variance = new double[parameters.size()][simulations];
  }

  /** Looks at every finite simulation of {@code test}, several at a time. */
  static <X extends Observations> Ranks of(
      AmortizedPosterior<? super X> amortized, Dataset<X> test, int draws, long seed) {
    Dataset<X> finite = test.finite();
    require(amortized.prior(), finite, draws);
    List<Posterior> posteriors = amortized.givenEach(finite.x());
    Ranks ranks =
        new Ranks(test.theta().parameters(), draws, finite.size(), test.size() - finite.size());
    Streams streams = Streams.of(seed);
    IntStream.range(0, finite.size())
        .parallel()
        .forEach(i -> ranks.add(i, finite.theta().row(i), posteriors.get(i), streams));
    return ranks;
  }

  private static void require(Prior prior, Dataset<?> finite, int draws) {
    if (draws < 2) {
      throw new IllegalArgumentException("number of draws must be at least 2, but was " + draws);
    }
    if (finite.size() == 0) {
      throw new IllegalArgumentException("no finite simulation to test on: " + finite);
    }
    if (!finite.theta().parameters().equals(prior.parameters())) {
      throw new IllegalArgumentException(
          "the posterior is over "
              + prior.parameters()
              + ", but the test set is of "
              + finite.theta().parameters());
    }
  }

  private void add(int i, double[] truth, Posterior posterior, Streams streams) {
    ParameterTable sample = posterior.sample(draws, streams.key(i, ROLE));
    UniformRandomProvider random = streams.random(i, ROLE);
    for (int j = 0; j < truth.length; j++) {
      add(j, i, truth[j], sample.column(parameters.get(j)), random);
    }
  }

  private void add(int j, int i, double truth, double[] column, UniformRandomProvider random) {
    int below = (int) Arrays.stream(column).filter(x -> x < truth).count();
    int equal = (int) Arrays.stream(column).filter(x -> x == truth).count();
    // a tie, as at the edge of a prior, is broken at random
    rank[j][i] = below + random.nextInt(equal + 1);
    uniform[j][i] = (rank[j][i] + random.nextDouble()) / (draws + 1);
    double mean = Arrays.stream(column).average().orElseThrow();
    double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
    variance[j][i] = squares / (draws - 1);
    score[j][i] = (mean - truth) / Math.sqrt(variance[j][i]);
  }

  int simulations() {
    return rank[0].length;
  }

  int index(Parameter parameter) {
    int j = parameters.indexOf(parameter);
    if (j < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " in this report; there are " + parameters);
    }
    return j;
  }

  /** Returns {@code "1000 simulations x 1000 draws; 3 diverged simulations excluded"}. */
  @Override
  public String toString() {
    return simulations()
        + " simulations x "
        + draws
        + " draws"
        + (excluded == 0 ? "" : "; " + excluded + " diverged simulations excluded");
  }
}
