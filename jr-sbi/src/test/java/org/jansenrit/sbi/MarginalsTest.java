package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against sums of the joint density over a grid, under priors of all kinds. */
class MarginalsTest {
  private static final List<Parameter> P = Mixtures.parameters(3);

  static Stream<PriorTransform> transforms() {
    double[][] covariance = {{1, 0.6, 0.2}, {0.6, 2, -0.3}, {0.2, -0.3, 0.5}};
    PriorTransform box = PriorTransform.of(Mixtures.uniform(3, -1, 2));
    PriorTransform product =
        PriorTransform.of(
            Prior.of(
                Prior.normal(P.get(0), 1, 0.5),
                Prior.logUniform(P.get(1), 0.1, 5),
                Prior.truncatedNormal(P.get(2), 0, 1, -0.5, 2)));
    Prior correlated = Prior.correlatedNormal(P, new double[] {0.5, -1, 0}, covariance);
    return Stream.of(
        box, box.cutAtBounds(), product, product.cutAtBounds(), PriorTransform.of(correlated));
  }

  /** p(a, c) is the sum of p(a, b, c) over b; b where its prior is. */
  @ParameterizedTest
  @MethodSource("transforms")
  void marginalIsTheIntegralOverTheOthers(PriorTransform transform) {
    MixturePosterior posterior =
        new MixturePosterior(transform, Mixtures.mixture(3, 3, 4).widened(0.3));
    Prior prior = transform.prior();
    double[] at = prior.fromNormal(new double[] {0.3, 0.1, -0.2});
    int n = 20_000;
    double[][] rows = new double[n][];
    double[] width = new double[n];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[] {at[0], second(prior, (i + 0.5) / n), at[2]};
      width[i] = second(prior, (i + 1.0) / n) - second(prior, (double) i / n);
    }
    double[] logs = posterior.logDensity(ParameterTable.of(P, rows));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(logs[i]) * width[i];
    }
    MixturePosterior marginal = posterior.marginal(P.get(0), P.get(2));
    double[] found = marginal.logDensity(table(List.of(P.get(0), P.get(2)), at[0], at[2]));
    assertEquals(1, Math.exp(found[0]) / sum, 2e-4);
    assertEquals(List.of(P.get(0), P.get(2)), marginal.parameters());
  }

  /** Returns the second parameter at a share of the way over sixteen of its prior's deviations. */
  private static double second(Prior prior, double share) {
    return prior.fromNormal(new double[] {0, 16 * share - 8, 0})[1];
  }

  private static ParameterTable table(List<Parameter> parameters, double... values) {
    return ParameterTable.of(parameters, new double[][] {values});
  }

  /** p(a, c | b) p(b) = p(a, b, c) at any point. */
  @ParameterizedTest
  @MethodSource("transforms")
  void conditionalIsTheJointOverTheMarginal(PriorTransform transform) {
    MixturePosterior posterior =
        new MixturePosterior(transform, Mixtures.mixture(3, 3, 4).widened(0.3));
    Prior prior = transform.prior();
    double[] at = prior.fromNormal(new double[] {0.3, 0.4, -0.2});
    ParameterSet known = ParameterSet.of(List.of(P.get(1)), at[1]);
    MixturePosterior rest = posterior.conditional(known);
    double joint = posterior.logDensity(table(P, at))[0];
    double alone = posterior.marginal(P.get(1)).logDensity(table(List.of(P.get(1)), at[1]))[0];
    double found = rest.logDensity(table(List.of(P.get(0), P.get(2)), at[0], at[2]))[0];
    assertEquals(joint - alone, found, 1e-9);
  }

  /** Under normal priors all is linear: closed form for one normal likelihood after the other. */
  @Test
  void twoIndependentObservationsCombineAsInClosedForm() {
    Prior prior = Mixtures.normal(1, 2);
    MixturePosterior one = normal(prior, 1, 0.5);
    MixturePosterior two = normal(prior, -0.5, 1);
    // precisions: 4 - 1/4 and 1 - 1/4 of the likelihoods, 1/4 of the prior
    double precision = 4 + 1 - 0.25;
    double mean = (4 * 1 - 1 * 0.5) / precision;
    MixturePosterior both = one.and(two);
    assertEquals(mean, both.mean().toArray()[0], 1e-9);
    assertEquals(1 / precision, both.covariance()[0][0], 1e-9);
  }

  private static MixturePosterior normal(Prior prior, double mean, double sd) {
    double[] z = {mean / 2};
    double[] variance = {sd * sd / 4};
    GaussianMixture mixture =
        GaussianMixture.of(new double[1], NormalComponent.ofCovariance(z, variance));
    return new MixturePosterior(PriorTransform.of(prior), mixture);
  }

  @Test
  void combiningUnderDifferentPriorsIsRefused() {
    MixturePosterior a = Mixtures.posterior(Mixtures.normal(1, 2), 2, 1);
    MixturePosterior b = Mixtures.posterior(Mixtures.normal(1, 3), 2, 1);
    assertThrows(IllegalArgumentException.class, () -> a.and(b));
    MixturePosterior same = Mixtures.posterior(Mixtures.normal(1, 2), 2, 5);
    assertEquals(1, a.and(same).parameters().size());
  }

  /** 90 % of other draws are inside, with a standard error of 0.2 %. */
  @Test
  void highestDensityRegionHoldsItsShare() {
    MixturePosterior posterior = Mixtures.posterior(Mixtures.uniform(2, -1, 1), 4, 3);
    HighestDensityRegion region = posterior.highestDensity(0.9);
    ParameterTable draws = posterior.sample(20_000, 9);
    long inside = 0;
    for (double log : posterior.logDensity(draws)) {
      inside += log >= region.logThreshold() ? 1 : 0;
    }
    assertEquals(0.9, inside / 20_000.0, 0.01);
    assertTrue(region.contains(posterior.mode()));
  }

  @Test
  void unknownAndMissingParametersAreRefused() {
    MixturePosterior posterior = Mixtures.posterior(Mixtures.uniform(3, -1, 2), 2, 1);
    Parameter other = Parameter.of("other", "1", 0);
    assertThrows(IllegalArgumentException.class, () -> posterior.marginal(other));
    assertThrows(IllegalArgumentException.class, () -> posterior.marginal());
    assertThrows(
        IllegalArgumentException.class, () -> posterior.conditional(ParameterSet.of(P, 0, 0, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> posterior.conditional(ParameterSet.of(List.of(P.get(0)), 7)));
  }
}
