package org.jansenrit.sbi.diagnostics;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.model.Parameter;

/**
 * Where each truth lies among draws from its own posterior, with the mean and variance of those
 * draws. Arrays are {@code [parameter][simulation]} and not to be written to.
 */
final class Ranks implements PosteriorDraws.Visitor {
  final List<Parameter> parameters;
  final int[][] rank;
  final double[][] uniform;
  final double[][] score;
  final double[][] variance;
  private final PosteriorDraws source;

  private Ranks(PosteriorDraws source) {
    int d = source.parameters.size();
    int n = source.simulations();
    this.source = source;
    this.parameters = source.parameters;
    this.rank = new int[d][n];
    this.uniform = new double[d][n];
    this.score = new double[d][n];
    this.variance = new double[d][n];
  }

  /** Returns ranks that are to be shown all simulations of {@code source}. */
  static Ranks unseen(PosteriorDraws source) {
    return new Ranks(source);
  }

  static Ranks of(PosteriorDraws source) {
    Ranks ranks = new Ranks(source);
    source.show(List.of(ranks));
    return ranks;
  }

  @Override
  public void visit(PosteriorDraws.One one) {
    for (int j = 0; j < parameters.size(); j++) {
      double truth = one.truth().get(0, j);
      add(j, one.index(), truth, one.sample().column(parameters.get(j)), one.random());
    }
  }

  private void add(int j, int i, double truth, double[] column, UniformRandomProvider random) {
    int below = 0;
    int equal = 0;
    double sum = 0;
    for (double x : column) {
      below += x < truth ? 1 : 0;
      equal += x == truth ? 1 : 0;
      sum += x;
    }
    // a tie, as at the edge of a prior, is broken at random
    rank[j][i] = below + random.nextInt(equal + 1);
    uniform[j][i] = (rank[j][i] + random.nextDouble()) / (column.length + 1);
    double mean = sum / column.length;
    double squares = 0;
    for (double x : column) {
      squares += (x - mean) * (x - mean);
    }
    variance[j][i] = squares / (column.length - 1);
    score[j][i] = (mean - truth) / Math.sqrt(variance[j][i]);
  }

  int draws() {
    return source.draws;
  }

  int excluded() {
    return source.excluded;
  }

  int simulations() {
    return source.simulations();
  }

  int index(Parameter parameter) {
    int j = parameters.indexOf(parameter);
    if (j < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " in this report; there are " + parameters);
    }
    return j;
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
