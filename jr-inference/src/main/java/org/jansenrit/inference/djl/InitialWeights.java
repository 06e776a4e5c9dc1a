package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws weights and biases of a block the way PyTorch does: uniform in +-1/sqrt(n), n the number of
 * inputs of one output. With DJL's own initial weights mixture densities train markedly worse.
 */
final class InitialWeights {
  private InitialWeights() {}

  /** A block that knows the range of its own initial weights. */
  interface Range {
    double initialRange();
  }

  /** Draws the weights of {@code block} and of all blocks in it, in order. */
  static void draw(Block block, UniformRandomProvider random) {
    List<Parameter> own = block.getDirectParameters().values();
    double range = block instanceof Range known ? known.initialRange() : range(own);
    own.stream().filter(InitialWeights::isDrawn).forEach(p -> draw(p, range, random));
    for (Pair<String, Block> child : block.getChildren()) {
      draw(child.getValue(), random);
    }
  }

  private static boolean isDrawn(Parameter parameter) {
    return parameter.getType() == Parameter.Type.WEIGHT
        || parameter.getType() == Parameter.Type.BIAS;
  }

  private static void draw(Parameter parameter, double range, UniformRandomProvider random) {
    float[] values = new float[Math.toIntExact(parameter.getArray().size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (range * (2 * random.nextDouble() - 1));
    }
    Weights.write(values, parameter.getArray());
  }

  private static double range(List<Parameter> parameters) {
    return parameters.stream()
        .filter(p -> p.getType() == Parameter.Type.WEIGHT)
        .map(p -> p.getArray().getShape())
        .mapToDouble(shape -> 1 / Math.sqrt((double) shape.size() / shape.get(0)))
        .findFirst()
        .orElse(0);
  }
}
