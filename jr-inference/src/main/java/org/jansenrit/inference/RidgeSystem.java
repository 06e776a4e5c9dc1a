package org.jansenrit.inference;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;

/**
 * The normal equations over n scaled inputs Z and targets Y, in whichever form is smaller:
 *
 * <ul>
 *   <li>primal, W = (Z'Z / n + penalty I)^-1 Z'Y / n
 *   <li>dual, W = Z' (Z Z' / n + penalty I)^-1 Y / n
 * </ul>
 */
final class RidgeSystem {
  private final InputScale inputs;
  private final TargetScaling targets;
  private final DMatrixRMaj z;
  private final DMatrixRMaj y;
  private final boolean primal;
  private final DMatrixRMaj products;

  private RidgeSystem(
      InputScale inputs, TargetScaling targets, DMatrixRMaj z, DMatrixRMaj y, boolean primal) {
    this.inputs = inputs;
    this.targets = targets;
    this.z = z;
    this.y = y;
    this.primal = primal;
    int size = primal ? z.numCols : z.numRows;
    this.products = new DMatrixRMaj(size, size);
    if (primal) {
      CommonOps_DDRM.multInner(z, products);
    } else {
      CommonOps_DDRM.multOuter(z, products);
    }
    CommonOps_DDRM.divide(products, z.numRows);
  }

  static RidgeSystem of(Dataset<?> train) {
    return of(train, train.x().width() <= train.size());
  }

  static RidgeSystem of(Dataset<?> train, boolean primal) {
    InputScale inputs = InputScale.of(train.x(), false);
    TargetScaling targets = TargetScaling.of(train.theta());
    DMatrixRMaj y = new DMatrixRMaj(train.size(), targets.parameters().size());
    for (int i = 0; i < train.size(); i++) {
      System.arraycopy(targets.scale(train.theta(), i), 0, y.data, i * y.numCols, y.numCols);
    }
    return new RidgeSystem(inputs, targets, scaled(inputs, train.x()), y, primal);
  }

  /** Returns the scaled values of {@code x}, one row per observation. */
  static DMatrixRMaj scaled(InputScale scale, Observations x) {
    DMatrixRMaj z = new DMatrixRMaj(x.size(), x.width());
    Inputs rows = scale.apply(x);
    float[] row = new float[x.width()];
    for (int i = 0; i < x.size(); i++) {
      rows.copyTo(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        z.data[i * row.length + j] = row[j];
      }
    }
    return z;
  }

  /** Returns the weights at {@code penalty}, positive. */
  RidgeWeights solve(double penalty) {
    DMatrixRMaj w = new DMatrixRMaj(z.numCols, y.numCols);
    if (primal) {
      DMatrixRMaj right = new DMatrixRMaj(z.numCols, y.numCols);
      CommonOps_DDRM.multTransA(z, y, right);
      solve(penalty, right, w);
    } else {
      DMatrixRMaj dual = new DMatrixRMaj(z.numRows, y.numCols);
      solve(penalty, y, dual);
      CommonOps_DDRM.multTransA(z, dual, w);
    }
    CommonOps_DDRM.divide(w, z.numRows);
    return new RidgeWeights(inputs, targets, w, penalty);
  }

  private void solve(double penalty, DMatrixRMaj right, DMatrixRMaj result) {
    DMatrixRMaj penalized = products.copy();
    for (int i = 0; i < penalized.numRows; i++) {
      penalized.add(i, i, penalty);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(penalized.numRows);
    if (!solver.setA(penalized)) {
      throw new IllegalStateException(
          "the normal equations are singular at penalty " + penalty + "; try a larger one");
    }
    solver.solve(right, result);
  }
}
