package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
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
  private final DMatrixRMaj logs;
  private final DMatrixRMaj normal;

  /** Takes roots of the covariances of the logarithms, and in units of the prior. */
  private PosteriorShape(List<Parameter> parameters, DMatrixRMaj logs, DMatrixRMaj normal) {
    this.parameters = parameters;
    this.logs = logs;
    this.normal = normal;
  }

  /**
   * Describes draws.
   *
   * @param prior what was known before, over the parameters of the draws
   * @param draws from a posterior, all positive; more than parameters
   * @return moments and directions of the draws
   * @throws IllegalArgumentException if they are not, or are about other parameters
   */
  public static PosteriorShape of(Prior prior, ParameterTable draws) {
    List<Parameter> parameters = prior.parameters();
    if (!draws.parameters().equals(parameters) || draws.size() <= parameters.size()) {
      throw new IllegalArgumentException(
          "expected more than %d draws of %s, but got %s"
              .formatted(parameters.size(), parameters, draws));
    }
    DMatrixRMaj logs = new DMatrixRMaj(draws.size(), parameters.size());
    DMatrixRMaj normal = new DMatrixRMaj(draws.size(), parameters.size());
    for (int i = 0; i < draws.size(); i++) {
      double[] z = prior.toNormal(draws.row(i));
      for (int j = 0; j < z.length; j++) {
        logs.set(i, j, Math.log(positive(draws, i, j)));
        normal.set(i, j, z[j]);
      }
    }
    return new PosteriorShape(parameters, centered(logs), centered(normal));
  }

  private static double positive(ParameterTable draws, int i, int j) {
    Parameter p = draws.parameters().get(j);
    if (!(draws.get(i, j) > 0)) {
      throw new IllegalArgumentException(
          "directions are in logarithms, but %s = %s in draw %d"
              .formatted(p.symbol(), p.withUnit(draws.get(i, j)), i));
    }
    return draws.get(i, j);
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

  /** {@return the parameters} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * {@return 1 - variance / variance of the prior, in the coordinates in which the prior is normal:
   * 0 if nothing was learnt about {@code p}, 1 if all}
   *
   * @param p one of {@link #parameters()}
   */
  public double shrinkage(Parameter p) {
    return 1 - product(normal, index(p), index(p));
  }

  /**
   * {@return the standard deviation of log {@code p}: beside {@link Information#bound}}
   *
   * @param p one of {@link #parameters()}
   */
  public double sd(Parameter p) {
    return Math.sqrt(product(logs, index(p), index(p)));
  }

  /**
   * {@return the correlation of the logarithms of {@code p} and {@code q}}
   *
   * @param p one of {@link #parameters()}
   * @param q another one
   */
  public double correlation(Parameter p, Parameter q) {
    return product(logs, index(p), index(q)) / (sd(p) * sd(q));
  }

  private static double product(DMatrixRMaj x, int i, int j) {
    double sum = 0;
    for (int k = 0; k < x.numRows; k++) {
      sum += x.get(k, i) * x.get(k, j);
    }
    return sum;
  }

  private int index(Parameter p) {
    return ParameterIndex.of(p, parameters);
  }

  /**
   * {@return the principal directions of the covariance of the logarithms, from the best known to
   * the worst known; strength is 1 / standard deviation}
   */
  public List<Direction> directions() {
    return directions(logs, Direction.Scale.LOGARITHM);
  }

  /**
   * {@return the principal directions of the covariance in units of the prior: the twin of {@link
   * Information#directionsAgainst}}
   */
  public List<Direction> directionsAgainstPrior() {
    return directions(normal, Direction.Scale.PRIOR);
  }

  private List<Direction> directions(DMatrixRMaj deviations, Direction.Scale scale) {
    List<Direction> widest = Roots.spectrum(Roots.of(deviations)).directions(parameters, scale);
    List<Direction> all = new ArrayList<>();
    for (Direction d : widest) {
      all.add(0, new Direction(parameters, d.weights(), 1 / d.strength(), scale));
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
