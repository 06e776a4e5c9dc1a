package org.jansenrit.core.analysis;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/**
 * The best that any estimator or posterior can do on average over a prior: the bound of van Trees.
 * Immutable.
 *
 * <p>In the coordinates z in which the prior is standard normal, the mean over the prior of the
 * squared error of any estimate of z is at least the inverse of 1 + E[information]. So it is with
 * the variance of a posterior.
 *
 * @see <a href="https://doi.org/10.2307/3318681">Gill &amp; Levit (1995)</a>
 */
public final class PriorBound {
  private final Prior prior;
  private final DMatrixRMaj covariance;
  private final int draws;
  private final int leftOut;

  /** Takes the mean information about z over some draws. */
  PriorBound(Prior prior, DMatrixRMaj information, int draws, int leftOut) {
    this.prior = prior;
    this.draws = draws;
    this.leftOut = leftOut;
    this.covariance = information.copy();
    for (int i = 0; i < information.numRows; i++) {
      covariance.add(i, i, 1);
    }
    CommonOps_DDRM.invert(covariance);
  }

  /** {@return the parameters of the prior} */
  public List<Parameter> parameters() {
    return prior.parameters();
  }

  /**
   * {@return the smallest possible root mean square error of {@code p}, as a share of the standard
   * deviation of the prior, both in the coordinates in which the prior is normal: 1 if nothing can
   * be learnt}
   *
   * @param p one of {@link #parameters()}
   */
  public double sd(Parameter p) {
    int j = ParameterIndex.of(p, parameters());
    return Math.sqrt(covariance.get(j, j));
  }

  /**
   * {@return the largest possible shrinkage, 1 - variance / variance of the prior}
   *
   * @param p one of {@link #parameters()}
   */
  public double shrinkage(Parameter p) {
    return 1 - sd(p) * sd(p);
  }

  /** {@return over how many draws from the prior the information was averaged} */
  public int draws() {
    return draws;
  }

  /**
   * {@return how many draws were left out, since derivatives mean nothing there: the column is
   * chaotic, or changes its behaviour} The bound is then one for the others.
   */
  public int leftOut() {
    return leftOut;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("PriorBound[");
    for (Parameter p : parameters()) {
      text.append(p.symbol()).append(' ').append(Texts.digits(sd(p))).append(", ");
    }
    return text.append("over %d draws, %d left out]".formatted(draws, leftOut)).toString();
  }
}
