package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * The one block of the published EEG transformer, over (batch, tokens, width): self-attention, to
 * which its input is not added, and a layer of four times the width, to which it is; layer norms
 * after both. Attention weights are dropped out.
 *
 * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2025)</a>
 */
final class PublishedEncoderBlock extends AbstractBlock {
  private final SelfAttention attention;
  private final Linear project;
  private final LayerNorm norm1;
  private final Linear widen;
  private final Linear narrow;
  private final LayerNorm norm2;

  PublishedEncoderBlock(int width, int heads, double dropout) {
    this.attention = addChildBlock("attention", new SelfAttention(width, heads, dropout, false));
    this.project = addChildBlock("project", Networks.linear(width));
    this.norm1 = addChildBlock("norm1", Networks.layerNorm());
    this.widen = addChildBlock("widen", Networks.linear(4 * width));
    this.narrow = addChildBlock("narrow", Networks.linear(width));
    this.norm2 = addChildBlock("norm2", Networks.layerNorm());
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    for (Block child : new Block[] {attention, project, norm1, widen, norm2}) {
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
    NDArray mixed = pass.through(project, pass.through(attention, inputs.head()));
    NDArray x = pass.through(norm1, mixed);
    NDArray wide = Activation.relu(pass.through(widen, x));
    return new NDList(pass.through(norm2, x.add(pass.through(narrow, wide))));
  }
}
