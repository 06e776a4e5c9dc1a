package org.jansenrit.core.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.prior.Prior;

/** A prior as a map from the unit cube. */
record PriorGrid(Prior prior) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  int dimensions() {
    return prior.parameters().size();
  }

  /** Returns the parameters at {@code u}, each coordinate within 0 and 1. */
  double[] at(double[] u) {
    double[] z = new double[u.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = NORMAL.inverseCumulativeProbability(u[j]);
    }
    return prior.fromNormal(z);
  }
}
