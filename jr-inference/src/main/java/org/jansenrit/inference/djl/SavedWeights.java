package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;

/** The numbers of a block, each array by its place in the order of the block's parameters. */
final class SavedWeights {
  private SavedWeights() {}

  static Archive toArchive(Block block) {
    Archive archive = Archive.of("weights");
    List<Parameter> parameters = block.getParameters().values();
    for (int i = 0; i < parameters.size(); i++) {
      NDArray array = parameters.get(i).getArray();
      archive = archive.with(name(i), array.toFloatArray(), shape(array));
    }
    return archive;
  }

  /**
   * Writes what was saved into {@code block}.
   *
   * @throws IOException if the arrays are more, fewer, or of other shapes than those of the block
   */
  static void read(Archive archive, Block block) throws IOException {
    List<Parameter> parameters = block.getParameters().values();
    if (archive.arrays().size() != parameters.size()) {
      throw new IOException(
          "it has %d arrays of weights, but the network has %d; was it saved with another one?"
              .formatted(archive.arrays().size(), parameters.size()));
    }
    for (int i = 0; i < parameters.size(); i++) {
      NDArray array = parameters.get(i).getArray();
      Weights.write(archive.floats(name(i), shape(array)), array);
    }
  }

  private static int[] shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }

  private static String name(int i) {
    return "%03d".formatted(i); // more than 999 sort wrongly, which nothing minds
  }
}
