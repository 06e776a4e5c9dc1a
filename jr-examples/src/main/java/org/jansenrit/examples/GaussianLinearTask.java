package org.jansenrit.examples;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.Rounds;
import org.jansenrit.sbi.Snpe;

/** Ten parameters seen in noise of variance 0.1; their prior is N(0, 0.1 I) or uniform. */
record GaussianLinearTask(boolean uniform) implements SbiTask {
  private static final int D = 10;
  private static final double VARIANCE = 0.1;
  private static final double SD = Math.sqrt(VARIANCE);

  @Override
  public String name() {
    return uniform ? "gaussian_linear_uniform" : "gaussian_linear";
  }

  @Override
  public Prior prior() {
    return uniform
        ? SbiTask.uniform(D, 1)
        : Prior.of(
            SbiTask.parameters(D).stream().map(p -> Prior.normal(p, 0, SD)).toArray(Prior[]::new));
  }

  /** In the box the posterior is a normal that is cut at its sides. */
  @Override
  public Snpe<? super Observations> recipe() {
    return uniform ? Snpe.of(prior()).cutAtBounds() : Snpe.of(prior());
  }

  /** The closed form knows no posteriors that are cut, so in the box the prior is truncated. */
  @Override
  public Rounds.Method method() {
    return uniform ? Rounds.Method.TRUNCATED : Rounds.Method.CLOSED_FORM;
  }

  @Override
  public double[] simulate(double[] theta, Draws draws) {
    return Arrays.stream(theta).map(t -> t + SD * draws.normal()).toArray();
  }

  @Override
  public double logLikelihood(double[] theta, double[] x) {
    return IntStream.range(0, D).mapToDouble(j -> logNormal(x[j] - theta[j], VARIANCE)).sum();
  }

  private static double logNormal(double r, double variance) {
    return -0.5 * (r * r / variance + Math.log(2 * Math.PI * variance));
  }

  @Override
  public double logEvidence(double[] x) {
    return Arrays.stream(x)
        .map(v -> uniform ? Math.log(inside(v) / 2) : logNormal(v, 2 * VARIANCE))
        .sum();
  }

  /** Returns the probability that a normal about {@code x} is in [-1, 1]. */
  private static double inside(double x) {
    return NormalDistribution.of(x, SD).probability(-1, 1);
  }
}
