package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/**
 * theta ~ N(0, sd^2 I), x = W theta + N(0, noise^2 I): the posterior is normal with covariance (W'W
 * / noise^2 + I / sd^2)^-1 and mean covariance W'x / noise^2.
 */
final class LinearOracle {
  private final double sd;
  private final double noise;
  private final double[][] w;

  LinearOracle(double sd, double noise, double[]... w) {
    this.sd = sd;
    this.noise = noise;
    this.w = w;
  }

  /** W = I. */
  static LinearOracle identity(int d, double sd, double noise) {
    double[][] w = new double[d][d];
    for (int i = 0; i < d; i++) {
      w[i][i] = 1;
    }
    return new LinearOracle(sd, noise, w);
  }

  int dimensions() {
    return w[0].length;
  }

  Prior prior() {
    return Mixtures.normal(dimensions(), sd);
  }

  Simulator<Features> simulator() {
    return failingAbove(Double.POSITIVE_INFINITY);
  }

  /** Where the first parameter is above {@code edge} the simulation is not finite. */
  Simulator<Features> failingAbove(double edge) {
    return (theta, streams) -> {
      double[][] x = new double[theta.size()][w.length];
      for (int i = 0; i < x.length; i++) {
        var normal = ZigguratSampler.NormalizedGaussian.of(streams.random(i, Streams.SENSORS));
        double[] row = theta.row(i);
        double spoilt = row[0] > edge ? Double.NaN : noise;
        Arrays.setAll(x[i], k -> dot(w[k], row) + spoilt * normal.sample());
      }
      return features(x);
    };
  }

  Dataset<Features> simulate(int n, long seed) {
    ParameterTable theta = prior().sample(n, seed);
    Random random = new Random(seed);
    double[][] x = new double[n][w.length];
    for (int i = 0; i < n; i++) {
      double[] row = theta.row(i);
      Arrays.setAll(x[i], k -> dot(w[k], row) + noise * random.nextGaussian());
    }
    return Dataset.of(theta, features(x));
  }

  Features features(double[]... x) {
    return Features.of(x, Mixtures.parameters(w.length).stream().map(Parameter::symbol).toList());
  }

  private static double dot(double[] a, double[] b) {
    return Triangular.dot(a, 0, b, 0, a.length);
  }

  double[][] covariance() {
    int d = dimensions();
    double[] precision = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        precision[i * d + j] = i == j ? 1 / (sd * sd) : 0;
        for (double[] row : w) {
          precision[i * d + j] += row[i] * row[j] / (noise * noise);
        }
      }
    }
    return inverse(precision, d);
  }

  private static double[][] inverse(double[] p, int d) {
    Triangular.cholesky(p, d, 0);
    double[][] square = new double[d][d];
    for (int j = 0; j < d; j++) {
      square[j][j] = 1;
      Triangular.solve(p, square[j], d);
      Triangular.solveTransposed(p, square[j], d);
    }
    return square;
  }

  double[] mean(double[] x) {
    int d = dimensions();
    double[] pull = new double[d];
    for (int k = 0; k < w.length; k++) {
      for (int j = 0; j < d; j++) {
        pull[j] += w[k][j] * x[k] / (noise * noise);
      }
    }
    return Arrays.stream(covariance()).mapToDouble(row -> dot(row, pull)).toArray();
  }
}
