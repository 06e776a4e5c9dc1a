package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/**
 * What draws from a posterior tell of what was learnt: the empirical twin of {@link Information}.
 * Immutable.
 */
public final class PosteriorShape {
  private final List<Parameter> parameters;
  private final double[] shrinkage;
  private final DMatrixRMaj logs;

  private PosteriorShape(List<Parameter> parameters, double[] shrinkage, DMatrixRMaj logs) {
    this.parameters = parameters;
    this.shrinkage = shrinkage;
    this.logs = logs;
  }

  /**
   * Describes draws.
   *
   * @param prior what was known before, over the parameters of the draws
   * @param draws from a posterior, all positive; more than parameters
   * @throws IllegalArgumentException if they are not, or are about other parameters
   */
  public static PosteriorShape of(Prior prior, ParameterTable draws) {
    List<Parameter> parameters = prior.parameters();
    if (!draws.parameters().equals(parameters) || draws.size() <= parameters.size()) {
      throw new IllegalArgumentException(
          "expected more than %d draws of %s, but got %s"
              .formatted(parameters.size(), parameters, draws));
    }
    double[][] z = new double[draws.size()][];
    DMatrixRMaj logs = new DMatrixRMaj(draws.size(), parameters.size());
    for (int i = 0; i < z.length; i++) {
      z[i] = prior.toNormal(draws.row(i));
      for (int j = 0; j < z[i].length; j++) {
        if (!(draws.get(i, j) > 0)) {
          throw new IllegalArgumentException(
              "directions are in logarithms, but %s = %s in draw %d"
                  .formatted(
                      parameters.get(j).symbol(), parameters.get(j).withUnit(draws.get(i, j)), i));
        }
        logs.set(i, j, Math.log(draws.get(i, j)));
      }
    }
    double[] shrinkage = new double[parameters.size()];
    for (int j = 0; j < shrinkage.length; j++) {
      shrinkage[j] = 1 - variance(z, j);
    }
    return new PosteriorShape(parameters, shrinkage, centered(logs));
  }

  private static double variance(double[][] z, int j) {
    double mean = IntStream.range(0, z.length).mapToDouble(i -> z[i][j]).average().orElse(0);
    return IntStream.range(0, z.length).mapToDouble(i -> Math.pow(z[i][j] - mean, 2)).sum()
        / (z.length - 1);
  }

  /** Less the mean, over the root of the degrees of freedom: a root of the covariance. */
  private static DMatrixRMaj centered(DMatrixRMaj x) {
    DMatrixRMaj centered = x.copy();
    for (int j = 0; j < x.numCols; j++) {
      double mean = 0;
      for (int i = 0; i < x.numRows; i++) {
        mean += x.get(i, j) / x.numRows;
      }
      for (int i = 0; i < x.numRows; i++) {
        centered.set(i, j, (x.get(i, j) - mean) / Math.sqrt(x.numRows - 1.0));
      }
    }
    return centered;
  }

  /** Returns the parameters. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * Returns 1 - variance / variance of the prior, in the coordinates in which the prior is normal:
   * 0 if nothing was learnt about {@code p}, 1 if all.
   */
  public double shrinkage(Parameter p) {
    return shrinkage[index(p)];
  }

  /** Returns the standard deviation of log {@code p}: beside {@link Information#bound}. */
  public double sd(Parameter p) {
    return Math.sqrt(product(index(p), index(p)));
  }

  /** Returns the correlation of the logarithms of {@code p} and {@code q}. */
  public double correlation(Parameter p, Parameter q) {
    return product(index(p), index(q)) / (sd(p) * sd(q));
  }

  private double product(int i, int j) {
    double sum = 0;
    for (int k = 0; k < logs.numRows; k++) {
      sum += logs.get(k, i) * logs.get(k, j);
    }
    return sum;
  }

  private int index(Parameter p) {
    int j = parameters.indexOf(p);
    if (j < 0) {
      throw new IllegalArgumentException("no parameter " + p + " here; there are " + parameters);
    }
    return j;
  }

  /**
   * Returns the principal directions of the covariance of the logarithms, from the best known to
   * the worst known; strength is 1 / standard deviation.
   */
  public List<Direction> directions() {
    Roots.Spectrum spectrum = Roots.spectrum(Roots.of(logs));
    List<Direction> all = new ArrayList<>();
    for (int k = parameters.size() - 1; k >= 0; k--) {
      int column = k;
      List<Double> weights =
          IntStream.range(0, parameters.size())
              .mapToObj(j -> spectrum.directions().get(j, column))
              .toList();
      all.add(new Direction(parameters, weights, 1 / spectrum.value(k)));
    }
    return all;
  }

  @Override
  public String toString() {
    return "PosteriorShape["
        + String.join(
            ", ",
            parameters.stream()
                .map(p -> "shrinkage of " + p.symbol() + " " + Texts.digits(shrinkage(p)))
                .toList())
        + "]";
  }
}
