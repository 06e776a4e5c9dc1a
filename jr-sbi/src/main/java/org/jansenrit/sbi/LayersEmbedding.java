package org.jansenrit.sbi;

import java.util.Arrays;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;

/** Fully connected layers, possibly none, over the flattened values. */
final class LayersEmbedding implements Embedding<Observations> {
  private final int[] units;

  LayersEmbedding(int... units) {
    if (Arrays.stream(units).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "every layer of an embedding needs at least 1 unit, but got " + Arrays.toString(units));
    }
    this.units = units.clone();
  }

  @Override
  public NetworkFactory body(MixtureDensity density) {
    return Networks.mlpAfter(Networks.mlp(units), density.hidden());
  }

  @Override
  public boolean scalesChannels() {
    return false;
  }

  @Override
  public String toString() {
    return units.length == 0 ? "no embedding" : "MLP " + Arrays.toString(units);
  }
}
