package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The same block over each trial of (batch, trials, ...), then mean and maximum over trials. */
final class TrialsBlock extends AbstractBlock {
  private final Block each;

  TrialsBlock(Block each) {
    this.each = addChildBlock("each", each);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    each.initialize(manager, type, flat(input[0]));
  }

  private static Shape flat(Shape input) {
    return new Shape(input.get(0) * input.get(1)).addAll(input.slice(2));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    long features = each.getOutputShapes(new Shape[] {flat(input[0])})[0].get(1);
    return new Shape[] {new Shape(input[0].get(0), 2 * features)};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray x = inputs.head();
    NDArray trials = x.reshape(flat(x.getShape()));
    NDArray features = each.forward(store, new NDList(trials), training).head();
    NDArray perSet = features.reshape(x.size(0), x.size(1), -1);
    NDArray mean = perSet.mean(new int[] {1});
    return new NDList(mean.concat(perSet.max(new int[] {1}), 1));
  }
}
