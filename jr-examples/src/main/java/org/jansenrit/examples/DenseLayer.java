package org.jansenrit.examples;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** A fully connected layer that learns by Adam, with a decay of 0.0001 as in scikit-learn. */
final class DenseLayer {
  private static final float RATE = 1e-3f;
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float DECAY = 1e-4f;

  private final int inputs;
  private final int outputs;

  /** Row i has the weights of input i; the last row has the biases. */
  private final float[][] weights;

  private final float[][] transposed;
  private final float[][] gradient;
  private final float[][] first;
  private final float[][] second;
  private int steps;

  DenseLayer(int inputs, int outputs, UniformRandomProvider random) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new float[inputs + 1][outputs];
    this.transposed = new float[outputs][inputs];
    this.gradient = new float[inputs + 1][outputs];
    this.first = new float[inputs + 1][outputs];
    this.second = new float[inputs + 1][outputs];
    double bound = Math.sqrt(6.0 / (inputs + outputs));
    for (float[] row : weights) {
      for (int j = 0; j < outputs; j++) {
        row[j] = (float) random.nextDouble(-bound, bound);
      }
    }
  }

  /** Returns the outputs of each row, cut at zero if asked. */
  float[][] forward(float[][] x, boolean relu) {
    float[][] y = new float[x.length][];
    for (int b = 0; b < x.length; b++) {
      y[b] = weights[inputs].clone();
      addCombination(x[b], weights, inputs, y[b]);
      if (relu) {
        cut(y[b]);
      }
    }
    return y;
  }

  /**
   * Adds the first {@code n} rows times their factors, four rows at a time, so that a sum is read
   * and written a quarter as often; rows of factor zero are passed over: half of all units are
   * silent.
   */
  private static void addCombination(float[] factors, float[][] rows, int n, float[] sum) {
    int[] some = new int[4];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (factors[i] != 0) {
        some[count++] = i;
      }
      if (count == 4) {
        addFour(factors, rows, some, sum);
        count = 0;
      }
    }
    for (int k = 0; k < count; k++) {
      addOne(factors[some[k]], rows[some[k]], sum);
    }
  }

  private static void addFour(float[] factors, float[][] rows, int[] some, float[] sum) {
    float fa = factors[some[0]];
    float fb = factors[some[1]];
    float fc = factors[some[2]];
    float fd = factors[some[3]];
    float[] a = rows[some[0]];
    float[] b = rows[some[1]];
    float[] c = rows[some[2]];
    float[] d = rows[some[3]];
    for (int j = 0; j < sum.length; j++) {
      sum[j] += fa * a[j] + fb * b[j] + (fc * c[j] + fd * d[j]);
    }
  }

  private static void addOne(float factor, float[] row, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * row[j];
    }
  }

  private static void cut(float[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.max(0, y[j]);
    }
  }

  /** Returns {@code pull} where the activity is above zero, and zero elsewhere, in place. */
  static float[][] whereActive(float[][] activity, float[][] pull) {
    for (int b = 0; b < pull.length; b++) {
      for (int j = 0; j < pull[b].length; j++) {
        pull[b][j] = activity[b][j] > 0 ? pull[b][j] : 0;
      }
    }
    return pull;
  }

  /** Takes one step, and returns the gradient by the inputs before it. */
  float[][] backward(float[][] x, float[][] pull) {
    float[][] down = down(pull);
    collect(x, pull);
    steps++;
    double correction = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    for (int i = 0; i <= inputs; i++) {
      float decay = i < inputs ? DECAY / x.length : 0;
      update(weights[i], gradient[i], first[i], second[i], (float) (RATE * correction), decay);
    }
    return down;
  }

  private float[][] down(float[][] pull) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        transposed[j][i] = weights[i][j];
      }
    }
    float[][] down = new float[pull.length][inputs];
    for (int b = 0; b < pull.length; b++) {
      addCombination(pull[b], transposed, outputs, down[b]);
    }
    return down;
  }

  private void collect(float[][] x, float[][] pull) {
    float[] column = new float[x.length];
    for (int i = 0; i <= inputs; i++) {
      for (int b = 0; b < x.length; b++) {
        column[b] = i < inputs ? x[b][i] : 1;
      }
      Arrays.fill(gradient[i], 0);
      addCombination(column, pull, pull.length, gradient[i]);
    }
  }

  private static void update(float[] w, float[] g, float[] m, float[] v, float rate, float decay) {
    for (int j = 0; j < w.length; j++) {
      float slope = g[j] + decay * w[j];
      m[j] = BETA_1 * m[j] + (1 - BETA_1) * slope;
      v[j] = BETA_2 * v[j] + (1 - BETA_2) * slope * slope;
      w[j] -= rate * m[j] / ((float) Math.sqrt(v[j]) + EPSILON);
    }
  }
}
