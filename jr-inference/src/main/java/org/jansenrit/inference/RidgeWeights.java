package org.jansenrit.inference;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.inference.training.InputScale;

/** A linear map from scaled inputs to scaled parameters. */
record RidgeWeights(InputScale inputs, TargetScaling targets, DMatrixRMaj weights, double penalty) {

  List<Parameter> parameters() {
    return targets.parameters();
  }

  ParameterTable predict(Observations x) {
    return targets.unscale(outputs(x));
  }

  /** Returns the mean squared error of scaled parameters. */
  double meanSquaredError(Dataset<?> data) {
    double[][] outputs = outputs(data.x());
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      double[] truth = targets.scale(data.theta(), i);
      for (int j = 0; j < truth.length; j++) {
        sum += Math.pow(outputs[i][j] - truth[j], 2);
      }
    }
    return sum / outputs.length / targets.parameters().size();
  }

  Archive addTo(Archive archive) {
    return archive
        .with("inputs", inputs.toArchive())
        .with("targets", targets.toArchive())
        .with("weights", weights.data, weights.numRows, weights.numCols)
        .with("penalty", penalty);
  }

  static RidgeWeights of(Archive archive) throws IOException {
    InputScale inputs = InputScale.of(archive.part("inputs"));
    TargetScaling targets = TargetScaling.of(archive.part("targets"));
    int rows = Arrays.stream(inputs.shape()).reduce(1, Math::multiplyExact);
    int columns = targets.parameters().size();
    double[] values = archive.doubles("weights", rows, columns);
    DMatrixRMaj weights = DMatrixRMaj.wrap(rows, columns, values);
    return new RidgeWeights(inputs, targets, weights, archive.number("penalty"));
  }

  private double[][] outputs(Observations x) {
    DMatrixRMaj y = new DMatrixRMaj(x.size(), weights.numCols);
    CommonOps_DDRM.mult(RidgeSystem.scaled(inputs, x), weights, y);
    double[][] rows = new double[x.size()][weights.numCols];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(y.data, i * weights.numCols, rows[i], 0, weights.numCols);
    }
    return rows;
  }

  @Override
  public String toString() {
    return "ridge regression, penalty " + penalty;
  }
}
