package org.jansenrit.examples;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.Snpe;

/** Two parameters whose posterior is two thin crescents. */
record TwoMoonsTask() implements SbiTask {
  private static final double ROOT = Math.sqrt(2);
  private static final double RADIUS = 0.1;
  private static final double SD = 0.01;
  private static final double SHIFT = 0.25;
  private static final int GRID = 3000;

  @Override
  public String name() {
    return "two_moons";
  }

  @Override
  public Prior prior() {
    return SbiTask.uniform(2, 1);
  }

  /** One network alone is a little too sure of crescents so thin. */
  @Override
  public Snpe<? super Observations> recipe() {
    return Snpe.of(prior()).ensemble(2);
  }

  /** Two networks of 60 epochs cost what is allowed; 80 would be little better. */
  @Override
  public Training training() {
    return Snpe.standardTraining().epochs(60);
  }

  @Override
  public double[] simulate(double[] theta, Draws draws) {
    double angle = Math.PI * (draws.uniform() - 0.5);
    double radius = RADIUS + SD * draws.normal();
    return new double[] {
      radius * Math.cos(angle) + SHIFT - Math.abs(theta[0] + theta[1]) / ROOT,
      radius * Math.sin(angle) + (theta[1] - theta[0]) / ROOT
    };
  }

  @Override
  public double logLikelihood(double[] theta, double[] x) {
    return logLikelihood(theta[0], theta[1], x);
  }

  /** A radius that is normal and a direction that is uniform over half a circle. */
  private static double logLikelihood(double a, double b, double[] x) {
    double u = x[0] + Math.abs(a + b) / ROOT - SHIFT;
    double v = x[1] - (b - a) / ROOT;
    double r = Math.hypot(u, v);
    double score = (r - RADIUS) / SD;
    return u > 0
        ? -0.5 * score * score - Math.log(SD * Math.sqrt(2 * Math.PI)) - Math.log(Math.PI * r)
        : Double.NEGATIVE_INFINITY;
  }

  /** A sum over a grid: at 3000 x 3000 the crescents, 0.01 wide, are 15 points thick. */
  @Override
  public double logEvidence(double[] x) {
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        sum += Math.exp(logLikelihood(at(i), at(j), x));
      }
    }
    return Math.log(sum / GRID / GRID);
  }

  private static double at(int i) {
    return 2 * (i + 0.5) / GRID - 1;
  }
}
