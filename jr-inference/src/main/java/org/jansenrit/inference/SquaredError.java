package org.jansenrit.inference;

/** Mean squared error of scaled parameters, over rows and parameters. */
final class SquaredError implements ParameterLoss {
  private final ScaledTargets targets;

  SquaredError(ScaledTargets targets) {
    this.targets = targets;
  }

  @Override
  public int outputs() {
    return targets.width();
  }

  @Override
  public double evaluate(int[] rows, float[] values, float[] gradient) {
    int width = targets.width();
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      double error = values[k] - targets.row(rows[k / width])[k % width];
      sum += error * error;
      if (gradient != null) {
        gradient[k] = (float) (2 * error / values.length);
      }
    }
    return sum / values.length;
  }

  @Override
  public Prediction decode(float[] outputs, TargetScaling scaling) {
    int width = scaling.parameters().size();
    double[][] z = new double[outputs.length / width][width];
    for (int k = 0; k < outputs.length; k++) {
      z[k / width][k % width] = outputs[k];
    }
    return Prediction.of(scaling.unscale(z));
  }
}
