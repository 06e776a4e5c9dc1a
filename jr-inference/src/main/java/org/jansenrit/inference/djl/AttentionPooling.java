package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** The mean of the tokens of (batch, tokens, width), each with a weight learnt from it. */
final class AttentionPooling extends AbstractBlock {
  private final Linear score = addChildBlock("score", Networks.linear(1));

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    score.initialize(manager, type, input);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return new Shape[] {new Shape(input[0].get(0), input[0].get(2))};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray x = inputs.head();
    NDArray weights = new Pass(store, training).through(score, x).softmax(1);
    return new NDList(x.mul(weights).sum(new int[] {1}));
  }
}
