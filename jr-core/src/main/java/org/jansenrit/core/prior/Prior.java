package org.jansenrit.core.prior;

import java.io.IOException;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/**
 * A distribution over some parameters; the others keep the values of the simulation.
 *
 * <p>A prior is given by its exact transform to independent standard normals z: densities are
 * learnt over z, so that no draw can leave the prior's support.
 */
public interface Prior {

  /** {@return the parameters this is a distribution over, in order} */
  List<Parameter> parameters();

  /**
   * Returns the parameters at {@code z}.
   *
   * @param z one value per parameter; N(0, I) if the result is to follow this prior
   * @return the values in their units, inside the support
   */
  double[] fromNormal(double[] z);

  /**
   * Returns the point z that {@link #fromNormal} takes to {@code theta}.
   *
   * @param theta one value per parameter, inside the support
   * @return finite values, also at the edge of the support
   */
  double[] toNormal(double[] theta);

  /**
   * {@return the log density at {@code theta}; negative infinity outside the support}
   *
   * @param theta one value per parameter, in its unit
   */
  double logDensity(double[] theta);

  /**
   * {@return the distribution of some of the parameters, in the order in which this has them}
   *
   * @param some at least one of {@link #parameters()}, each once
   * @throws IllegalArgumentException if there is none, one is named twice or not of this prior
   * @throws UnsupportedOperationException if this prior ties them to others and has no marginal
   */
  default Prior marginal(List<Parameter> some) {
    if (Some.of(parameters(), some).equals(parameters())) {
      return this;
    }
    throw new UnsupportedOperationException(this + " has no marginal over " + some);
  }

  /**
   * {@return what is needed to make this prior again in another process, which {@link #of(Archive)}
   * reads}
   *
   * @throws UnsupportedOperationException if this cannot be saved, as a prior of one's own cannot
   */
  default Archive toArchive() {
    throw new UnsupportedOperationException("the prior " + this + " cannot be saved");
  }

  /**
   * {@return the prior that was saved}
   *
   * @param archive what {@link #toArchive} made
   * @throws IOException if there is none in {@code archive}
   */
  static Prior of(Archive archive) throws IOException {
    return SavedPriors.read(archive);
  }

  /**
   * Draws {@code n} rows; row i depends on the seed and on i only.
   *
   * @param n the number of rows, from 0 on
   * @param seed decides all rows
   * @return n rows x parameters, each value in the unit of its column
   */
  default ParameterTable sample(int n, long seed) {
    return sample(n, Streams.of(seed));
  }

  /**
   * Draws {@code n} rows, row i from its own stream.
   *
   * @param n the number of rows, from 0 on
   * @param streams the source of row i is its stream i in the role {@link Streams#PRIOR}
   * @return n rows x parameters, each value in the unit of its column
   * @throws IllegalArgumentException if {@code n} is negative
   */
  default ParameterTable sample(int n, Streams streams) {
    if (n < 0) {
      throw new IllegalArgumentException("the number of draws must not be negative, but was " + n);
    }
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      UniformRandomProvider random = streams.random(i, Streams.PRIOR);
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      double[] z = new double[parameters().size()];
      for (int j = 0; j < z.length; j++) {
        z[j] = normal.sample();
      }
      rows[i] = fromNormal(z);
    }
    return ParameterTable.of(parameters(), rows);
  }

  /**
   * {@return the joint distribution of independent {@code parts}}
   *
   * @param parts at least one, over different parameters
   * @throws IllegalArgumentException if there are none, or a parameter appears twice
   */
  static Prior of(Prior... parts) {
    return ProductPrior.of(List.of(parts));
  }

  /**
   * {@return the uniform distribution over [{@code low}, {@code high}], in the unit of {@code p}}
   *
   * @param p what is drawn; all numbers are in its unit
   * @param low the lower bound, possible for {@code p}
   * @param high the upper bound, above {@code low} and possible
   * @throws IllegalArgumentException if the range is empty, unbounded or not possible
   */
  static Prior uniform(Parameter p, double low, double high) {
    return MarginalPrior.uniform(p, low, high);
  }

  /**
   * {@return the uniform distribution over the meaningful range of {@code p}}
   *
   * @param p a parameter with a meaningful range, {@link Parameter#meaningful}
   * @throws IllegalArgumentException if that range is unbounded
   */
  static Prior uniform(Parameter p) {
    return uniform(p, p.low(), p.high());
  }

  /**
   * {@return the distribution whose logarithm is uniform over [log low, log high]}
   *
   * @param p what is drawn; all numbers are in its unit
   * @param low in the unit of {@code p}; positive
   * @param high in the unit of {@code p}; above {@code low}
   * @throws IllegalArgumentException if the range is empty, unbounded, not positive or not possible
   */
  static Prior logUniform(Parameter p, double low, double high) {
    return MarginalPrior.logUniform(p, low, high);
  }

  /**
   * {@return the normal distribution, truncated to the possible range of {@code p}; its text says
   * so where that matters}
   *
   * @param p what is drawn; all numbers are in its unit
   * @param mean in the unit of {@code p}
   * @param sd in the unit of {@code p}; positive
   * @throws IllegalArgumentException if the mean is not possible, or {@code sd} not positive and
   *     finite
   */
  static Prior normal(Parameter p, double mean, double sd) {
    return MarginalPrior.normal(p, mean, sd);
  }

  /**
   * {@return the joint normal distribution of several parameters} What would leave the possible
   * range of one, less than 1 in 10<sup>8</sup>, is at the end of that range.
   *
   * @param parameters at least one, each once; d in all
   * @param mean one value per parameter, in its unit
   * @param covariance {@code [d][d]}, in products of the units
   * @throws IllegalArgumentException if the covariance is not symmetric and positive definite, or
   *     six standard deviations leave the possible range of a parameter
   */
  static Prior correlatedNormal(List<Parameter> parameters, double[] mean, double[][] covariance) {
    return CorrelatedNormalPrior.of(parameters, mean, covariance);
  }

  /**
   * {@return the normal distribution truncated to [{@code low}, {@code high}]}
   *
   * @param p what is drawn; all numbers are in its unit
   * @param mean of the normal distribution before it is truncated, in the unit of {@code p}
   * @param sd before it is truncated, in the unit of {@code p}; positive
   * @param low the lower bound, possible for {@code p}
   * @param high the upper bound, above {@code low} and possible
   * @throws IllegalArgumentException if the range is empty, unbounded or not possible, or mean and
   *     {@code sd} are not finite and {@code sd} positive
   */
  static Prior truncatedNormal(Parameter p, double mean, double sd, double low, double high) {
    return MarginalPrior.truncatedNormal(p, mean, sd, low, high);
  }
}
