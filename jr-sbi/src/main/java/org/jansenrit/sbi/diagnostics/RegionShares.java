package org.jansenrit.sbi.diagnostics;

/** For each truth, the share of posterior draws of higher density. */
final class RegionShares implements PosteriorDraws.Visitor {
  private final double[] shares;

  RegionShares(int simulations) {
    this.shares = new double[simulations];
  }

  ExpectedCoverageReport report(PosteriorDraws source) {
    return new ExpectedCoverageReport(new UniformValues(shares), source.toString());
  }

  @Override
  public void visit(PosteriorDraws.One one) {
    double truth = one.posterior().logDensity(one.truth())[0];
    int higher = 0;
    int equal = 0;
    for (double log : one.posterior().logDensity(one.sample())) {
      higher += log > truth ? 1 : 0;
      equal += log == truth ? 1 : 0;
    }
    int rank = higher + one.random().nextInt(equal + 1);
    shares[one.index()] = (rank + one.random().nextDouble()) / (one.sample().size() + 1);
  }
}
