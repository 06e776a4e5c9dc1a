package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/** Two standard normals with correlation 0.8: parameter 1 depends on both coordinates of z. */
record CorrelatedPrior(List<Parameter> parameters) implements Prior {
  private static final double R = 0.8;
  private static final double S = Math.sqrt(1 - R * R);

  @Override
  public double[] fromNormal(double[] z) {
    return new double[] {z[0], R * z[0] + S * z[1]};
  }

  @Override
  public double[] toNormal(double[] theta) {
    return new double[] {theta[0], (theta[1] - R * theta[0]) / S};
  }

  @Override
  public double logDensity(double[] theta) {
    double[] z = toNormal(theta);
    return -0.5 * (z[0] * z[0] + z[1] * z[1]) - Math.log(2 * Math.PI) - Math.log(S);
  }
}
