package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** The activation x sigmoid(x); DJL's own swish takes its factor as a Java number. */
final class Silu {
  private Silu() {}

  static NDArray of(NDArray x) {
    return x.mul(x.getNDArrayInternal().sigmoid());
  }

  static Block block() {
    return LambdaBlock.singleton(Silu::of);
  }
}
