package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Adds a learnt vector to each token of (batch, tokens, width), by which it is known. */
final class TokenNames extends AbstractBlock {
  private final Parameter names =
      addParameter(Parameter.builder().setName("names").setType(Parameter.Type.WEIGHT).build());

  @Override
  protected void prepare(Shape[] input) {
    names.setShape(new Shape(input[0].get(1), input[0].get(2)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return input;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray x = inputs.head();
    return new NDList(x.add(store.getValue(names, x.getDevice(), training)));
  }
}
