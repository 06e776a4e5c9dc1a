package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Sinusoidal positions: sin(t / 10000^(2 i / width)) and the cosine, side by side.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), section 3.5</a>
 */
final class Positions {
  private Positions() {}

  /** Adds its position to each token of (batch, tokens, width). */
  static NDArray add(NDArray x) {
    int tokens = Math.toIntExact(x.size(1));
    int width = Math.toIntExact(x.size(2));
    return x.add(Constants.like(x, table(tokens, width), new Shape(1, tokens, width)));
  }

  static float[] table(int tokens, int width) {
    float[] table = new float[tokens * width];
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < width; i++) {
        double angle = t / Math.pow(10_000, (double) (i - i % 2) / width);
        table[t * width + i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
      }
    }
    return table;
  }
}
