package org.jansenrit.inference;

import java.util.Arrays;

/**
 * Mean negative logarithm of a normal density per row and scaled parameter. The first half of the
 * outputs are means m, the second half logarithms s of standard deviations:
 *
 * <pre>
 * loss = s + (t - m)^2 exp(-2 s) / 2 + log(2 pi) / 2
 * </pre>
 */
final class GaussianLikelihood implements ParameterLoss {
  /** Beyond it, the square of a standard deviation or its inverse leaves the range of floats. */
  private static final double WIDEST = 10;

  private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

  /** The standard deviation starts nearly equal for all observations, at that of the prior. */
  private static final float SMALL = 0.1f;

  private final ScaledTargets targets;

  GaussianLikelihood(ScaledTargets targets) {
    this.targets = targets;
  }

  @Override
  public int outputs() {
    return 2 * targets.width();
  }

  @Override
  public double evaluate(int[] rows, float[] values, float[] gradient) {
    int width = targets.width();
    double count = (double) rows.length * width;
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double[] target = targets.row(rows[i]);
      for (int j = 0; j < width; j++) {
        int mean = 2 * i * width + j;
        int log = mean + width;
        double s = logSd(values[log]);
        double precision = Math.exp(-2 * s);
        double error = values[mean] - target[j];
        sum += s + 0.5 * error * error * precision + HALF_LOG_2_PI;
        if (gradient != null) {
          gradient[mean] = (float) (error * precision / count);
          gradient[log] = (float) ((1 - error * error * precision) / count);
        }
      }
    }
    return sum / count;
  }

  private static double logSd(double output) {
    return Math.max(-WIDEST, Math.min(WIDEST, output));
  }

  @Override
  public void initialHead(float[] bias, float[] weightFactor) {
    Arrays.fill(weightFactor, targets.width(), 2 * targets.width(), SMALL);
  }

  @Override
  public Prediction decode(float[] outputs, TargetScaling scaling) {
    int width = scaling.parameters().size();
    int rows = outputs.length / (2 * width);
    double[][] mean = new double[rows][width];
    double[][] sd = new double[rows][width];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        mean[i][j] = outputs[2 * i * width + j];
        sd[i][j] = Math.exp(logSd(outputs[(2 * i + 1) * width + j]));
      }
    }
    return Prediction.of(scaling.unscale(mean), scaling.unscaleSd(sd));
  }
}
