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

/**
 * Attention over a fully connected graph without self-loops, nodes (batch, nodes, inputs) to
 * (batch, nodes, width): what the others say, added to a linear map of the node itself.
 *
 * @see <a href="https://arxiv.org/abs/2009.03509">Shi et al. (2021), equations 3 and 4, without the
 *     gate</a>
 */
final class GraphAttentionBlock extends AbstractBlock {
  private final SelfAttention attention;
  private final Linear skip;

  GraphAttentionBlock(int width, int heads, double dropout) {
    this.attention = addChildBlock("attention", new SelfAttention(width, heads, dropout, true));
    this.skip = addChildBlock("skip", Networks.linear(width));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    attention.initialize(manager, type, input);
    skip.initialize(manager, type, input);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return attention.getOutputShapes(input);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    Pass pass = new Pass(store, training);
    NDArray x = inputs.head();
    return new NDList(pass.through(attention, x).add(pass.through(skip, x)));
  }
}
