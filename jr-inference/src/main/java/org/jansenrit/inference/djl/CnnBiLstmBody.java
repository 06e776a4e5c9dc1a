package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import org.jansenrit.core.data.Archive;

/**
 * Two convolutions over the samples of rows of (channels, samples), which leave an eighth of them,
 * then a bidirectional long short-term memory, whose states are averaged over time.
 *
 * @param filters outputs of each convolution; at least 1
 * @param units states per direction; at least 1
 * @param dropout share of the filters' outputs that is dropped out in training; in [0, 1)
 */
public record CnnBiLstmBody(int filters, int units, double dropout) implements NetworkFactory {

  /**
   * Checks the sizes.
   *
   * @param filters at least 1
   * @param units at least 1
   * @param dropout in [0, 1)
   * @throws IllegalArgumentException if a size makes no network
   */
  public CnnBiLstmBody {
    Networks.require(filters, "filters of a convolution");
    Networks.require(units, "units of an LSTM");
    Networks.requireShare(dropout, "dropout of a network");
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedBodies.CNN_BILSTM)
        .with("filters", filters)
        .with("units", units)
        .with("dropout", dropout);
  }

  @Override
  public Block body(int[] inputShape) {
    return new SequentialBlock()
        .add(Networks.convolution(filters, 7, 4))
        .add(Silu.block())
        .add(Networks.convolution(filters, 5, 2))
        .add(Silu.block())
        .add(LambdaBlock.singleton(x -> x.transpose(0, 2, 1)))
        .add(Networks.dropout(dropout))
        .add(new LstmBlock(units, 1, true, 0))
        .add(Networks.meanOverTokens());
  }
}
