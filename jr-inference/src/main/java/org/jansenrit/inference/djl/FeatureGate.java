package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;

/** Multiplies each feature of (batch, tokens, width) by the sigmoid of a weight of its own. */
final class FeatureGate extends AbstractBlock {
  private final Parameter gate =
      addParameter(
          Parameter.builder()
              .setName("gate")
              .setType(Parameter.Type.OTHER) // starts at 1 rather than being drawn
              .optInitializer(Initializer.ONES)
              .build());

  @Override
  protected void prepare(Shape[] input) {
    gate.setShape(new Shape(input[0].get(2)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return input;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray x = inputs.head();
    NDArray weights = store.getValue(gate, x.getDevice(), training);
    return new NDList(x.mul(weights.getNDArrayInternal().sigmoid()));
  }
}
