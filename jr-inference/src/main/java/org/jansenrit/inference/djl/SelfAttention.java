package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Multi-head scaled dot-product attention of (batch, tokens, inputs) to itself, giving (batch,
 * tokens, width), the heads side by side and not mixed.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), section 3.2</a>
 */
final class SelfAttention extends AbstractBlock {
  /** What a softmax turns into zero. */
  private static final float NEVER = -1e9f;

  private final int width;
  private final int heads;
  private final boolean othersOnly;
  private final Linear queryKeyValue;
  private final Dropout dropout;

  /**
   * Creates the block.
   *
   * @param dropout share of the attention weights that is dropped out in training
   * @param othersOnly whether no token attends to itself, as in a graph without self-loops
   */
  SelfAttention(int width, int heads, double dropout, boolean othersOnly) {
    this.width = width;
    this.heads = heads;
    this.othersOnly = othersOnly;
    this.queryKeyValue = addChildBlock("query_key_value", Networks.linear(3 * width));
    this.dropout = addChildBlock("dropout", Networks.dropout(dropout));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    queryKeyValue.initialize(manager, type, input);
    dropout.initialize(manager, type, input);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return new Shape[] {new Shape(input[0].get(0), input[0].get(1), width)};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    Pass pass = new Pass(store, training);
    NDArray x = inputs.head();
    long batch = x.size(0);
    long tokens = x.size(1);
    NDArray all =
        pass.through(queryKeyValue, x)
            .reshape(batch, tokens, 3, heads, width / heads)
            .transpose(2, 0, 3, 1, 4);
    NDArray query = all.get(0).mul(Constants.like(x, 1 / Math.sqrt((double) width / heads)));
    NDArray scores = query.matMul(all.get(1).transpose(0, 1, 3, 2));
    NDArray weights = pass.through(dropout, masked(scores).softmax(-1));
    return new NDList(
        weights.matMul(all.get(2)).transpose(0, 2, 1, 3).reshape(batch, tokens, width));
  }

  private NDArray masked(NDArray scores) {
    if (!othersOnly) {
      return scores;
    }
    int tokens = Math.toIntExact(scores.size(2));
    float[] mask = new float[tokens * tokens];
    for (int i = 0; i < tokens; i++) {
      mask[i * tokens + i] = NEVER;
    }
    return scores.add(Constants.like(scores, mask, new Shape(1, 1, tokens, tokens)));
  }
}
