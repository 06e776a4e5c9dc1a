package org.jansenrit.examples;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Trials;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.Embedding;
import org.jansenrit.sbi.Snpe;

/** Simple likelihood, complex posterior: four draws of a normal in the plane, five parameters. */
record SlcpTask() implements SbiTask {
  private static final int DRAWS = 4;
  private static final double EDGE = 3;
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final int GRID = 160;
  private static final int INNER_GRID = 40;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Override
  public String name() {
    return "slcp";
  }

  @Override
  public Prior prior() {
    return SbiTask.uniform(5, EDGE);
  }

  @Override
  public Observations observations(double[]... rows) {
    double[][] each = new double[DRAWS * rows.length][];
    for (int i = 0; i < each.length; i++) {
      double[] row = rows[i / DRAWS];
      int first = 2 * (i % DRAWS);
      each[i] = new double[] {row[first], row[first + 1]};
    }
    return Trials.of(Features.of(each, List.of("x", "y")), DRAWS);
  }

  /** The order of the four draws says nothing, and the embedding knows it. */
  @Override
  @SuppressWarnings("unchecked") // all observations of this task are trials of features
  public Snpe<? super Observations> recipe() {
    Snpe<?> recipe = Snpe.of(prior()).embedding(Embedding.overTrials(Embedding.mlp(128, 128)));
    return (Snpe<? super Observations>) recipe;
  }

  /** The covariance of one draw. */
  private record Covariance(double xx, double xy, double yy) {
    static Covariance of(double a, double b, double c) {
      double s1 = a * a;
      double s2 = b * b;
      return new Covariance(s1 * s1 + 1e-6, Math.tanh(c) * s1 * s2, s2 * s2 + 1e-6);
    }

    double determinant() {
      return xx * yy - xy * xy;
    }

    /** Returns the trace of the inverse of this times {@code other}. */
    double over(Covariance other) {
      return (yy * other.xx - 2 * xy * other.xy + xx * other.yy) / determinant();
    }
  }

  @Override
  public double[] simulate(double[] theta, Draws draws) {
    Covariance s = Covariance.of(theta[2], theta[3], theta[4]);
    double a = Math.sqrt(s.xx);
    double b = s.xy / a;
    double c = Math.sqrt(s.yy - b * b);
    double[] x = new double[2 * DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      double u = draws.normal();
      x[2 * k] = theta[0] + a * u;
      x[2 * k + 1] = theta[1] + b * u + c * draws.normal();
    }
    return x;
  }

  @Override
  public double logLikelihood(double[] theta, double[] x) {
    Covariance s = Covariance.of(theta[2], theta[3], theta[4]);
    Covariance scatter = scatter(x, theta[0], theta[1]);
    return -0.5 * (s.over(scatter) + DRAWS * Math.log(s.determinant())) - DRAWS * LOG_TWO_PI;
  }

  private static Covariance scatter(double[] x, double meanX, double meanY) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int k = 0; k < DRAWS; k++) {
      double u = x[2 * k] - meanX;
      double v = x[2 * k + 1] - meanY;
      xx += u * u;
      xy += u * v;
      yy += v * v;
    }
    return new Covariance(xx, xy, yy);
  }

  /**
   * Given the covariance, the integral over both means is the probability of the box under a
   * normal; what is left is a sum over a grid of 160 x 160 x 320 of the other three parameters.
   */
  @Override
  public double logEvidence(double[] x) {
    double meanX = (x[0] + x[2] + x[4] + x[6]) / DRAWS;
    double meanY = (x[1] + x[3] + x[5] + x[7]) / DRAWS;
    Covariance scatter = scatter(x, meanX, meanY);
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        for (int k = 0; k < 2 * GRID; k++) {
          Covariance s = Covariance.of(at(i), at(j), at(k) - EDGE);
          sum += overMeans(s, scatter, meanX, meanY);
        }
      }
    }
    // both signs of the third and of the fourth parameter give the same
    return Math.log(4 * sum) + 3 * Math.log(EDGE / GRID) - 5 * Math.log(2 * EDGE);
  }

  private static double at(int i) {
    return EDGE * (i + 0.5) / GRID;
  }

  private static double overMeans(Covariance s, Covariance scatter, double meanX, double meanY) {
    double log =
        -0.5 * s.over(scatter)
            - 0.5 * (DRAWS - 1) * Math.log(s.determinant())
            - (DRAWS - 1) * LOG_TWO_PI
            - Math.log(DRAWS);
    return log < -60 ? 0 : Math.exp(log) * box(s, meanX, meanY);
  }

  /** Returns the probability of [-3, 3]^2 under N(mean, s / 4). */
  private static double box(Covariance s, double meanX, double meanY) {
    double sd = Math.sqrt(s.xx / DRAWS);
    double low = Math.max(-EDGE, meanX - 7 * sd);
    double high = Math.min(EDGE, meanX + 7 * sd);
    if (!(low < high)) {
      return 0;
    }
    double step = (high - low) / INNER_GRID;
    double rest = Math.sqrt((s.yy - s.xy * s.xy / s.xx) / DRAWS);
    double sum = 0;
    for (int i = 0; i < INNER_GRID; i++) {
      double u = low + (i + 0.5) * step - meanX;
      double centre = meanY + s.xy / s.xx * u;
      double inside =
          NORMAL.cumulativeProbability((EDGE - centre) / rest)
              - NORMAL.cumulativeProbability((-EDGE - centre) / rest);
      sum += step * Math.exp(-0.5 * u * u / sd / sd) / (sd * Math.sqrt(2 * Math.PI)) * inside;
    }
    return sum;
  }
}
