package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;

/**
 * A prior near a point: dz / dlog(theta), where z are the coordinates in which it is standard
 * normal, so that this is a root of its information.
 */
final class PriorScale {
  private static final double STEP = 1e-4;

  private final Prior prior;
  private final ParameterSet point;
  private final double[] theta;

  PriorScale(Prior prior, ParameterSet point) {
    this.prior = prior;
    this.point = point;
    for (Parameter p : prior.parameters()) {
      if (!point.parameters().contains(p)) {
        throw new IllegalArgumentException(
            "the prior is over %s, which is not among %s; fix it there, or leave it out"
                .formatted(p.symbol(), point.parameters()));
      }
    }
    this.theta = prior.parameters().stream().mapToDouble(point::get).toArray();
    if (!Double.isFinite(prior.logDensity(theta))) {
      throw new IllegalArgumentException(point + " is outside the prior " + prior);
    }
  }

  /** Returns coordinates of the prior x parameters of the point. */
  DMatrixRMaj root() {
    List<Parameter> ofPrior = prior.parameters();
    DMatrixRMaj root = new DMatrixRMaj(ofPrior.size(), point.parameters().size());
    for (int j = 0; j < ofPrior.size(); j++) {
      double[] slope = slope(j);
      int column = point.parameters().indexOf(ofPrior.get(j));
      for (int i = 0; i < slope.length; i++) {
        root.set(i, column, slope[i]);
      }
    }
    return root;
  }

  /** Returns the information about z, by the root of that about the logarithms of the point. */
  DMatrixRMaj inNormal(DMatrixRMaj rootByLog) {
    DMatrixRMaj rootByZ = inPriorUnits(rootByLog);
    DMatrixRMaj information = new DMatrixRMaj(rootByZ.numCols, rootByZ.numCols);
    CommonOps_DDRM.multInner(rootByZ, information);
    return information;
  }

  /**
   * Returns a root of the information about z, in the order of the prior, which is over all
   * parameters of the point.
   */
  DMatrixRMaj inPriorUnits(DMatrixRMaj rootByLog) {
    DMatrixRMaj scale = root();
    CommonOps_DDRM.invert(scale);
    DMatrixRMaj rootByZ = new DMatrixRMaj(rootByLog.numRows, scale.numCols);
    CommonOps_DDRM.mult(rootByLog, scale, rootByZ);
    return rootByZ;
  }

  /** By a central difference, or a one-sided one at the edge of the support. */
  private double[] slope(int parameter) {
    double up = inside(parameter, STEP) ? STEP : 0;
    double down = inside(parameter, -STEP) ? -STEP : 0;
    double[] high = prior.toNormal(moved(parameter, up));
    double[] low = prior.toNormal(moved(parameter, down));
    double[] slope = new double[high.length];
    Arrays.setAll(slope, i -> (high[i] - low[i]) / (up - down));
    return slope;
  }

  private boolean inside(int parameter, double step) {
    return Double.isFinite(prior.logDensity(moved(parameter, step)));
  }

  private double[] moved(int parameter, double step) {
    double[] values = theta.clone();
    values[parameter] *= Math.exp(step);
    return values;
  }
}
