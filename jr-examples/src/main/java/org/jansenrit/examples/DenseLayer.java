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
      for (int i = 0; i < inputs; i++) {
        addMultiple(x[b][i], weights[i], y[b]);
      }
      if (relu) {
        cut(y[b]);
      }
    }
    return y;
  }

  private static void addMultiple(float factor, float[] x, float[] sum) {
    if (factor == 0) {
      return; // half of all units are silent
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * x[j];
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
      for (int j = 0; j < outputs; j++) {
        addMultiple(pull[b][j], transposed[j], down[b]);
      }
    }
    return down;
  }

  private void collect(float[][] x, float[][] pull) {
    for (float[] row : gradient) {
      Arrays.fill(row, 0);
    }
    for (int b = 0; b < x.length; b++) {
      for (int i = 0; i < inputs; i++) {
        addMultiple(x[b][i], pull[b], gradient[i]);
      }
      addMultiple(1, pull[b], gradient[inputs]);
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
