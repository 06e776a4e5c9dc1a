package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import org.jansenrit.core.data.Archive;

/**
 * A long short-term memory over the samples of rows of (channels, samples).
 *
 * @param units states per direction; at least 1
 * @param layers layers, one above the other; at least 1
 * @param bidirectional whether a second one runs backwards in time
 * @param lastState whether the features are the states after the last sample read, forwards and
 *     backwards, rather than their mean over time
 * @param dropout share of inputs and of states between layers that is dropped out in training; in
 *     [0, 1)
 * @param patch samples that are read at a time; at least 1. The last patch is filled up with zeros
 *     where samples do not divide
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber (1997)</a>
 */
public record LstmBody(
    int units, int layers, boolean bidirectional, boolean lastState, double dropout, int patch)
    implements NetworkFactory {

  /**
   * Checks the sizes.
   *
   * @param units at least 1
   * @param layers at least 1
   * @param bidirectional whether a second one runs backwards
   * @param lastState whether the last state is read, not the mean
   * @param dropout in [0, 1)
   * @param patch at least 1
   * @throws IllegalArgumentException if a size makes no network
   */
  public LstmBody {
    Networks.require(units, "units of an LSTM");
    Networks.require(layers, "layers of an LSTM");
    Networks.requireShare(dropout, "dropout of an LSTM");
    Networks.require(patch, "samples of a patch");
  }

  /**
   * Creates a body that reads sample by sample.
   *
   * @param units per direction; at least 1
   * @param layers at least 1
   * @param bidirectional whether a second one runs backwards
   * @param lastState whether the last state is read, not the mean
   * @param dropout in [0, 1)
   * @throws IllegalArgumentException if a size makes no network
   */
  public LstmBody(int units, int layers, boolean bidirectional, boolean lastState, double dropout) {
    this(units, layers, bidirectional, lastState, dropout, 1);
  }

  /**
   * {@return this body reading several samples at a time}
   *
   * @param samples read at a time; at least 1
   */
  public LstmBody withPatch(int samples) {
    return new LstmBody(units, layers, bidirectional, lastState, dropout, samples);
  }

  @Override
  public Archive toArchive() {
    return Archive.of(SavedBodies.LSTM)
        .with("units", units)
        .with("layers", layers)
        .with("bidirectional", bidirectional)
        .with("last state", lastState)
        .with("dropout", dropout)
        .with("patch", patch);
  }

  @Override
  public Block body(int[] inputShape) {
    SequentialBlock body = new SequentialBlock();
    body.add(LambdaBlock.singleton(x -> Patches.of(x, patch))).add(Networks.dropout(dropout));
    body.add(new LstmBlock(units, layers, bidirectional, dropout));
    return body.add(lastState ? LambdaBlock.singleton(this::last) : Networks.meanOverTokens());
  }

  /** Returns the state after the last sample, and, of one that runs backwards, after the first. */
  private NDArray last(NDArray states) {
    long end = states.size(1) - 1;
    NDArray forwards = states.get(":, {}, :{}", end, units);
    return bidirectional
        ? NDArrays.concat(new NDList(forwards, states.get(":, 0, {}:", units)), 1)
        : forwards;
  }
}
