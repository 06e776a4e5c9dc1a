package org.jansenrit.core.prior;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.model.Parameter;

/**
 * Parameters that are normal together: theta = mean + L z, L L' the covariance. What leaves the
 * possible range of a parameter, six deviations out or more, is moved to its end.
 */
final class CorrelatedNormalPrior implements Prior {
  /** So many standard deviations must fit into the possible range, to 1 in 10^9 draws. */
  private static final double DEVIATIONS = 6;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final List<Parameter> parameters;
  private final double[] mean;
  private final double[][] covariance;
  private final double[][] factor;

  private CorrelatedNormalPrior(
      List<Parameter> parameters, double[] mean, double[][] covariance, double[][] factor) {
    this.parameters = parameters;
    this.mean = mean;
    this.covariance = covariance;
    this.factor = factor;
  }

  static Prior of(List<Parameter> parameters, double[] mean, double[][] covariance) {
    int d = parameters.size();
    if (d == 0 || mean.length != d || covariance.length != d) {
      throw new IllegalArgumentException(
          "a correlated normal prior of "
              + parameters
              + " needs as many means and rows of covariance, but got "
              + mean.length
              + " and "
              + covariance.length);
    }
    if (parameters.stream().distinct().count() < d) {
      throw new IllegalArgumentException(
          "a parameter appears twice in the prior over " + parameters);
    }
    double[][] copy = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    double[][] factor = factor(parameters, copy);
    for (int j = 0; j < d; j++) {
      requireRoom(parameters.get(j), mean[j], Math.sqrt(copy[j][j]));
    }
    return new CorrelatedNormalPrior(List.copyOf(parameters), mean.clone(), copy, factor);
  }

  private static double[][] factor(List<Parameter> parameters, double[][] c) {
    double[][] l = new double[c.length][c.length];
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j <= i; j++) {
        if (c[i].length != c.length || !isSymmetric(c, i, j)) {
          throw new IllegalArgumentException(
              "the covariance of "
                  + parameters
                  + " is not a symmetric square of finite numbers: row "
                  + i);
        }
        double rest = c[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        if (i == j && !(rest > 0 && rest < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "the covariance of "
                  + parameters
                  + " is not positive definite: "
                  + parameters.get(i).symbol()
                  + " has variance "
                  + rest
                  + " where those before it are known");
        }
        l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
      }
    }
    return l;
  }

  /**
   * Covariances that are computed are symmetric up to rounding, also where they are nothing else.
   */
  private static boolean isSymmetric(double[][] c, int i, int j) {
    return Math.abs(c[i][j] - c[j][i]) <= 1e-9 * Math.sqrt(Math.abs(c[i][i] * c[j][j]));
  }

  private static void requireRoom(Parameter p, double mean, double sd) {
    if (!(mean - DEVIATIONS * sd >= p.lowest() && mean + DEVIATIONS * sd <= p.highest())) {
      throw new IllegalArgumentException(
          "a correlated normal prior of "
              + p.symbol()
              + " with mean "
              + p.withUnit(mean)
              + " and standard deviation "
              + p.withUnit(sd)
              + " leaves its possible range ["
              + p.lowest()
              + ", "
              + p.highest()
              + "]; make it narrower, or use truncatedNormal");
    }
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double[] fromNormal(double[] z) {
    double[] theta = mean.clone();
    for (int i = 0; i < theta.length; i++) {
      for (int j = 0; j <= i; j++) {
        theta[i] += factor[i][j] * z[j];
      }
    }
    for (int i = 0; i < theta.length; i++) {
      Parameter p = parameters.get(i);
      theta[i] = Math.min(Math.max(theta[i], p.lowest()), p.highest());
    }
    return theta;
  }

  @Override
  public double[] toNormal(double[] theta) {
    double[] z = new double[mean.length];
    for (int i = 0; i < z.length; i++) {
      double rest = theta[i] - mean[i];
      for (int j = 0; j < i; j++) {
        rest -= factor[i][j] * z[j];
      }
      z[i] = rest / factor[i][i];
    }
    return z;
  }

  @Override
  public double logDensity(double[] theta) {
    for (int i = 0; i < theta.length; i++) {
      if (!parameters.get(i).isPossible(theta[i])) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    double[] z = toNormal(theta);
    double log = 0;
    for (int i = 0; i < z.length; i++) {
      log -= 0.5 * z[i] * z[i] + Math.log(factor[i][i]) + HALF_LOG_TWO_PI;
    }
    return log;
  }

  @Override
  public Prior marginal(List<Parameter> some) {
    List<Parameter> wanted = Some.of(parameters, some);
    int[] index = wanted.stream().mapToInt(parameters::indexOf).toArray();
    double[] means = Arrays.stream(index).mapToDouble(i -> mean[i]).toArray();
    double[][] part =
        Arrays.stream(index)
            .mapToObj(i -> Arrays.stream(index).mapToDouble(j -> covariance[i][j]).toArray())
            .toArray(double[][]::new);
    return of(wanted, means, part);
  }

  @Override
  public Archive toArchive() {
    double[] flat = Arrays.stream(covariance).flatMapToDouble(Arrays::stream).toArray();
    return Archive.of(SavedPriors.CORRELATED)
        .withParameters("parameters", parameters)
        .with("mean", mean, mean.length)
        .with("covariance", flat, mean.length, mean.length);
  }

  static Prior read(Archive archive) throws IOException {
    List<Parameter> parameters = archive.parameters("parameters");
    int d = parameters.size();
    double[] flat = archive.doubles("covariance", d, d);
    double[][] rows = new double[d][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * d, (i + 1) * d));
    return of(parameters, archive.doubles("mean", d), rows);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorrelatedNormalPrior other
        && parameters.equals(other.parameters)
        && Arrays.equals(mean, other.mean)
        && Arrays.deepEquals(covariance, other.covariance);
  }

  @Override
  public int hashCode() {
    return 31 * parameters.hashCode() + Arrays.hashCode(mean);
  }

  @Override
  public String toString() {
    return parameters.stream().map(Parameter::symbol).collect(Collectors.joining(", ", "(", ")"))
        + " ~ N("
        + Arrays.toString(mean)
        + ", "
        + Arrays.deepToString(covariance)
        + ")";
  }
}
