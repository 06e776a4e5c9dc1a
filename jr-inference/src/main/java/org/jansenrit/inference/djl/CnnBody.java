package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import org.jansenrit.core.data.Archive;

/**
 * Three convolutions over the samples of rows of (channels, samples), which leave a sixteenth of
 * them, flattened: features know when something was.
 *
 * @param filters outputs of each convolution; at least 1
 */
public record CnnBody(int filters) implements NetworkFactory {

  /**
   * Checks the size.
   *
   * @param filters at least 1
   * @throws IllegalArgumentException if there is no filter
   */
  public CnnBody {
    Networks.require(filters, "filters of a convolution");
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedBodies.CNN).with("filters", filters);
  }

  @Override
  public Block body(int[] inputShape) {
    return new SequentialBlock()
        .add(Networks.convolution(filters, 7, 4))
        .add(Silu.block())
        .add(Networks.convolution(filters, 5, 2))
        .add(Silu.block())
        .add(Networks.convolution(filters, 3, 2))
        .add(Silu.block())
        .add(LambdaBlock.singleton(x -> x.reshape(x.size(0), -1)));
  }
}
