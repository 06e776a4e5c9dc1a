package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * A long short-term memory: (batch, time, inputs) to (batch, time, units x directions), all states.
 *
 * <p>Stands in for DJL's own, which passes the weights of a bidirectional one in the wrong order.
 */
final class LstmBlock extends AbstractBlock implements InitialWeights.Range {
  private final int units;
  private final int layers;
  private final boolean bidirectional;
  private final double dropout;
  private final List<Parameter> weights = new ArrayList<>(); // in PyTorch's order

  /**
   * Creates the block.
   *
   * @param dropout share of the states between layers that is dropped out in training
   */
  LstmBlock(int units, int layers, boolean bidirectional, double dropout) {
    this.units = units;
    this.layers = layers;
    this.bidirectional = bidirectional;
    this.dropout = layers > 1 ? dropout : 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int direction = 0; direction < directions(); direction++) {
        addCell("l" + layer + (direction == 0 ? "" : "_reverse"));
      }
    }
  }

  private void addCell(String suffix) {
    weights.add(add("weight_ih_" + suffix, Parameter.Type.WEIGHT));
    weights.add(add("weight_hh_" + suffix, Parameter.Type.WEIGHT));
    weights.add(add("bias_ih_" + suffix, Parameter.Type.BIAS));
    weights.add(add("bias_hh_" + suffix, Parameter.Type.BIAS));
  }

  private Parameter add(String name, Parameter.Type type) {
    return addParameter(Parameter.builder().setName(name).setType(type).build());
  }

  private int directions() {
    return bidirectional ? 2 : 1;
  }

  @Override
  public double initialRange() {
    return 1 / Math.sqrt(units);
  }

  @Override
  protected void prepare(Shape[] input) {
    long inputs = input[0].get(2);
    for (int i = 0; i < weights.size(); i += 4) {
      boolean first = i < 4 * directions();
      weights.get(i).setShape(new Shape(4L * units, first ? inputs : width()));
      weights.get(i + 1).setShape(new Shape(4L * units, units));
      weights.get(i + 2).setShape(new Shape(4L * units));
      weights.get(i + 3).setShape(new Shape(4L * units));
    }
  }

  private long width() {
    return (long) units * directions();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return new Shape[] {new Shape(input[0].get(0), input[0].get(1), width())};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDArray x = inputs.head();
    Shape state = new Shape((long) layers * directions(), x.size(0), units);
    NDArray zeros = x.getManager().zeros(state, x.getDataType());
    NDList start = new NDList(zeros, zeros);
    NDList w = new NDList();
    weights.forEach(p -> w.add(store.getValue(p, x.getDevice(), training)));
    NDList result =
        x.getNDArrayInternal()
            .lstm(x, start, w, true, layers, dropout, training, bidirectional, true);
    return new NDList(result.head());
  }
}
