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
 * width, each added to what entered. A tenth of each branch is dropped out in training.
 *
 * <p>Stands in for DJL's own, which normalises over the batch.
 *
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. (2020)</a>
 */
final class EncoderBlock extends AbstractBlock {
  private static final float DROPOUT = 0.1f;

  private final int heads;
  private final LayerNorm norm1 = addChildBlock("norm1", LayerNorm.builder().axis(2).build());
  private final Linear queryKeyValue;
  private final Linear project;
  private final LayerNorm norm2 = addChildBlock("norm2", LayerNorm.builder().axis(2).build());
  private final Linear widen;
  private final Linear narrow;
  private final Dropout dropout =
      addChildBlock("dropout", Dropout.builder().optRate(DROPOUT).build());

  EncoderBlock(int width, int heads) {
    this.heads = heads;
    this.queryKeyValue = addChildBlock("query_key_value", Networks.linear(3 * width));
    this.project = addChildBlock("project", Networks.linear(width));
    this.widen = addChildBlock("widen", Networks.linear(2 * width));
    this.narrow = addChildBlock("narrow", Networks.linear(width));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    for (Block child : new Block[] {norm1, queryKeyValue, project, norm2, widen, dropout}) {
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
    NDArray attended = attention(pass, pass.through(norm1, x));
    x = x.add(pass.through(dropout, pass.through(project, attended)));
    NDArray wide = Silu.of(pass.through(widen, pass.through(norm2, x)));
    return new NDList(x.add(pass.through(dropout, pass.through(narrow, wide))));
  }

  private NDArray attention(Pass pass, NDArray x) {
    long batch = x.size(0);
    long tokens = x.size(1);
    long width = x.size(2);
    long size = width / heads;
    NDArray all =
        pass.through(queryKeyValue, x)
            .reshape(batch, tokens, 3, heads, size)
            .transpose(2, 0, 3, 1, 4);
    NDArray query = all.get(0).mul(Constants.like(x, 1 / Math.sqrt((double) size)));
    NDArray weights = query.matMul(all.get(1).transpose(0, 1, 3, 2)).softmax(-1);
    return weights.matMul(all.get(2)).transpose(0, 2, 1, 3).reshape(batch, tokens, width);
  }

  /** One pass through the children. */
  private record Pass(ParameterStore store, boolean training) {
    NDArray through(Block block, NDArray x) {
      return block.forward(store, new NDList(x), training).head();
    }
  }
}
