package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A copy of all numbers of a block, in the order of its parameters. */
record Weights(List<float[]> values) {

  /** Copies the numbers out. */
  static Weights of(Block block) {
    List<float[]> values = new ArrayList<>();
    for (Parameter parameter : block.getParameters().values()) {
      values.add(parameter.getArray().toFloatArray());
    }
    return new Weights(values);
  }

  /** Writes the numbers back into {@code block}, which must be built like the one copied. */
  void copyTo(Block block) {
    List<Parameter> parameters = block.getParameters().values();
    for (int i = 0; i < parameters.size(); i++) {
      write(values.get(i), parameters.get(i).getArray());
    }
  }

  /** Overwrites {@code array}; no tape must be recording. */
  static void write(float[] values, NDArray array) {
    try (NDManager scratch = array.getManager().newSubManager()) {
      scratch.create(values, array.getShape()).copyTo(array);
    }
  }
}
