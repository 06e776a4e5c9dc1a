package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Cuts (batch, channels, samples) into (batch, patches, channels x patch). */
final class Patches {
  private Patches() {}

  static NDArray of(NDArray x, int patch) {
    long channels = x.size(1);
    long patches = (x.size(2) + patch - 1) / patch;
    return fill(x, patches * patch - x.size(2))
        .reshape(x.size(0), channels, patches, patch)
        .transpose(0, 2, 1, 3)
        .reshape(x.size(0), patches, channels * patch);
  }

  private static NDArray fill(NDArray x, long missing) {
    if (missing == 0) {
      return x;
    }
    Shape shape = new Shape(x.size(0), x.size(1), missing);
    return x.concat(x.getManager().zeros(shape, x.getDataType()), 2);
  }
}
