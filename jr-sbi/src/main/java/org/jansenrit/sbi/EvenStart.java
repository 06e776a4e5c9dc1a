package org.jansenrit.sbi;

import org.jansenrit.inference.training.Objective;

/**
 * A loss of mixtures whose gradient favours equal weights at first: as if -mean(log weight), the
 * prior of Dirichlet, were added to it, less and less until half of the epochs are over.
 *
 * <p>Else the normals that are better placed at the start take all rows, and the others learn no
 * more: of 16 only 6 to 8 had a weight above 0.01 on two moons.
 */
final class EvenStart implements Objective {
  private final Objective loss;
  private final MixtureLayout layout;
  private double strength;

  EvenStart(Objective loss, MixtureLayout layout) {
    this.loss = loss;
    this.layout = layout;
  }

  @Override
  public int outputs() {
    return loss.outputs();
  }

  @Override
  public void initialHead(float[] bias, float[] weightFactor) {
    loss.initialHead(bias, weightFactor);
  }

  @Override
  public void begin(double share) {
    strength = Math.max(0, 1 - 2 * share);
  }

  @Override
  public double evaluate(int[] rows, float[] outputs, float[] gradient) {
    double value = loss.evaluate(rows, outputs, gradient);
    if (gradient != null && strength > 0) {
      for (int row = 0; row < rows.length; row++) {
        level(outputs, gradient, row * layout.size(), strength / rows.length);
      }
    }
    return value;
  }

  /** The derivative of -mean(log weight) by a logit is its weight less that of equal ones. */
  private void level(float[] outputs, float[] gradient, int from, double factor) {
    double[] weights = new double[layout.components()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = outputs[from + layout.logit(k)];
    }
    LogSum.softmax(weights);
    for (int k = 0; k < weights.length; k++) {
      gradient[from + layout.logit(k)] += (float) (factor * (weights[k] - 1.0 / weights.length));
    }
  }
}
