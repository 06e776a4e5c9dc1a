package org.jansenrit.inference.djl;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;

/** Small learning problems. */
record Rows(float[][] values, int[] shape) implements Inputs {

  static Rows normal(int n, long seed, int... shape) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    Rows rows = new Rows(new float[n][], shape);
    for (int i = 0; i < n; i++) {
      rows.values[i] = new float[rows.width()];
      for (int j = 0; j < rows.width(); j++) {
        rows.values[i][j] = (float) normal.sample();
      }
    }
    return rows;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void copyTo(int row, float[] target, int offset) {
    System.arraycopy(values[row], 0, target, offset, values[row].length);
  }

  /** Mean squared distance of one output from {@code target}. */
  static Objective squares(double... target) {
    return new Objective() {
      @Override
      public int outputs() {
        return 1;
      }

      @Override
      public double evaluate(int[] rows, float[] outputs, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
          double d = outputs[i] - target[rows[i]];
          sum += d * d / rows.length;
          if (gradient != null) {
            gradient[i] = (float) (2 * d / rows.length);
          }
        }
        return sum;
      }
    };
  }

  /** A target that a linear network cannot follow: the product of the first two values. */
  double[] products() {
    double[] target = new double[size()];
    for (int i = 0; i < target.length; i++) {
      target[i] = values[i][0] * values[i][1];
    }
    return target;
  }
}
