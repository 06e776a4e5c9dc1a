package org.jansenrit.sbi;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/** Fully connected layers, possibly none, over the flattened values. */
record LayersEmbedding(List<Integer> units) implements Embedding<Observations> {

  LayersEmbedding {
    units = List.copyOf(units);
    if (units.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "every layer of an embedding needs at least 1 unit, but got " + units);
    }
  }

  @Override
  public NetworkFactory network() {
    return Networks.mlp(units.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public boolean scalesChannels() {
    return false;
  }

  @Override
  public String toString() {
    return units.isEmpty() ? "no embedding" : "MLP " + units;
  }
}
