package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;

/** A copy of all numbers of a block, in the order of its parameters. */
record Weights(List<float[]> values) {

  /** Copies the numbers out. */
  static Weights of(Block block) {
    List<float[]> values = new ArrayList<>();
    for (NDArray array : arrays(block)) {
      values.add(array.toFloatArray());
    }
    return new Weights(values);
  }

  private static List<NDArray> arrays(Block block) {
    return block.getParameters().values().stream().map(Parameter::getArray).toList();
  }

  /** Writes the numbers back into {@code block}, which must be built like the one copied. */
  void copyTo(Block block) {
    List<NDArray> arrays = arrays(block);
    for (int i = 0; i < arrays.size(); i++) {
      write(values.get(i), arrays.get(i));
    }
  }

  /** Overwrites {@code array}; no tape must be recording. */
  static void write(float[] values, NDArray array) {
    try (NDManager scratch = array.getManager().newSubManager()) {
      scratch.create(values, array.getShape()).copyTo(array);
    }
  }

  /** Returns the numbers in the shapes of {@code block}. */
  Archive toArchive(Block block) {
    Archive archive = Archive.of("weights");
    List<NDArray> arrays = arrays(block);
    for (int i = 0; i < arrays.size(); i++) {
      archive = archive.with(name(i), values.get(i), shape(arrays.get(i)));
    }
    return archive;
  }

  /**
   * Reads what was saved.
   *
   * @throws IOException if the arrays are more, fewer, or of other shapes than those of the block
   */
  static Weights of(Archive archive, Block block) throws IOException {
    List<NDArray> arrays = arrays(block);
    if (archive.arrays().size() != arrays.size()) {
      throw new IOException(
          "it has %d arrays of weights, but the network has %d; was it saved with another one?"
              .formatted(archive.arrays().size(), arrays.size()));
    }
    List<float[]> values = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      values.add(archive.floats(name(i), shape(arrays.get(i))));
    }
    return new Weights(values);
  }

  private static int[] shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }

  private static String name(int i) {
    return "%03d".formatted(i); // more than 999 sort wrongly, which nothing minds
  }
}
