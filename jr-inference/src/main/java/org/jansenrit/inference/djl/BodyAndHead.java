package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.inference.training.Objective;

/** A body of any kind, then one linear layer. */
final class BodyAndHead extends AbstractBlock {
  private final Block body;
  private final Linear head;

  BodyAndHead(Block body, int outputs) {
    this.body = addChildBlock("body", body);
    this.head = addChildBlock("head", Linear.builder().setUnits(outputs).build());
  }

  /** Draws all weights anew; the head starts where {@code objective} wants it. */
  void draw(Objective objective, long seed) {
    InitialWeights.draw(this, RandomSource.XO_SHI_RO_256_PP.create(seed));
    NDArray weights = head.getParameters().get("weight").getArray();
    float[] bias = new float[objective.outputs()];
    float[] factor = new float[bias.length];
    Arrays.fill(factor, 1);
    objective.initialHead(bias, factor);
    Weights.write(bias, head.getParameters().get("bias").getArray());
    Weights.write(scaleRows(weights.toFloatArray(), factor), weights);
  }

  private static float[] scaleRows(float[] rows, float[] factor) {
    int width = rows.length / factor.length;
    for (int i = 0; i < rows.length; i++) {
      rows[i] *= factor[i / width];
    }
    return rows;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... input) {
    body.initialize(manager, type, input);
    Shape[] features = body.getOutputShapes(input);
    if (features.length != 1 || features[0].dimension() != 2) {
      throw new ShapeException(
          "body of the network", "one output of (batch, features)", Arrays.toString(features));
    }
    head.initialize(manager, type, features);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] input) {
    return head.getOutputShapes(body.getOutputShapes(input));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList x, boolean training, PairList<String, Object> unused) {
    return head.forward(store, body.forward(store, x, training), training);
  }
}
