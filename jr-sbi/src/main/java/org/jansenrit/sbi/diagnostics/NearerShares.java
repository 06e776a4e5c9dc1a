package org.jansenrit.sbi.diagnostics;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.prior.Prior;

/** For each simulation, the share of posterior draws nearer to a reference than the truth. */
final class NearerShares implements PosteriorDraws.Visitor {
  private static final int OTHERS = 50;
  private static final int COMPONENTS = 20;
  private static final int PRIOR_DRAWS = 2000;

  private final PosteriorDraws source;
  private final double[] scale;
  private final double[] shares;
  private final double[][] seen;

  NearerShares(PosteriorDraws source, Prior prior) {
    ParameterTable draws = prior.sample(PRIOR_DRAWS, 0);
    this.source = source;
    this.scale =
        source.parameters.stream().mapToDouble(p -> Summary.of(draws.column(p)).sd()).toArray();
    this.shares = new double[source.simulations()];
    int[] all = IntStream.range(0, source.simulations()).toArray();
    this.seen = Reduction.of(source.finite.x(), all, COMPONENTS);
  }

  TarpReport report() {
    return new TarpReport(new UniformValues(shares), source.toString());
  }

  @Override
  public void visit(PosteriorDraws.One one) {
    double[] reference = source.finite.theta().row(similar(one.index(), one.random()));
    double truth = distance(one.truth(), 0, reference);
    int nearer = 0;
    int equal = 0;
    for (int i = 0; i < one.sample().size(); i++) {
      double distance = distance(one.sample(), i, reference);
      nearer += distance < truth ? 1 : 0;
      equal += distance == truth ? 1 : 0;
    }
    nearer += equal == 0 ? 0 : one.random().nextInt(equal + 1);
    shares[one.index()] = (nearer + one.random().nextDouble()) / (one.sample().size() + 1);
  }

  private int similar(int i, UniformRandomProvider random) {
    int n = seen.length;
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < OTHERS; k++) {
      int other = (i + 1 + random.nextInt(n - 1)) % n;
      double distance = Similarity.squared(seen[i], seen[other]);
      if (distance < least) {
        least = distance;
        best = other;
      }
    }
    return best;
  }

  private double distance(ParameterTable table, int row, double[] reference) {
    double sum = 0;
    for (int j = 0; j < scale.length; j++) {
      double r = (table.get(row, j) - reference[j]) / scale[j];
      sum += r * r;
    }
    return sum;
  }
}
