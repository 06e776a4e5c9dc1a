package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A pre-norm encoder block over (batch, tokens, width): self-attention, then a layer of twice the
 * width, each added to what entered. A share of each branch is dropped out in training.
 *
 * <p>Stands in for DJL's own, which normalises over the batch.
 *
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. (2020)</a>
 */
final class EncoderBlock extends AbstractBlock {
  private final LayerNorm norm1 = addChildBlock("norm1", Networks.layerNorm());
  private final SelfAttention attention;
  private final Linear project;
  private final LayerNorm norm2;
  private final Linear widen;
  private final Linear narrow;
  private final Dropout dropout;

  EncoderBlock(int width, int heads, double dropout) {
    this.attention = addChildBlock("attention", new SelfAttention(width, heads, 0, false));
    this.project = addChildBlock("project", Networks.linear(width));
    this.norm2 = addChildBlock("norm2", Networks.layerNorm());
    this.widen = addChildBlock("widen", Networks.linear(2 * width));
    this.narrow = addChildBlock("narrow", Networks.linear(width));
    this.dropout = addChildBlock("dropout", Networks.dropout(dropout));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    for (Block child : new Block[] {norm1, attention, project, norm2, widen, dropout}) {
      child.initialize(manager, type, input);
    }
    narrow.initialize(manager, type, widen.getOutputShapes(input));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return input;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    Pass pass = new Pass(store, training);
    NDArray x = inputs.head();
    NDArray attended = pass.through(attention, pass.through(norm1, x));
    x = x.add(pass.through(dropout, pass.through(project, attended)));
    NDArray wide = Silu.of(pass.through(widen, pass.through(norm2, x)));
    return new NDList(x.add(pass.through(dropout, pass.through(narrow, wide))));
  }
}
