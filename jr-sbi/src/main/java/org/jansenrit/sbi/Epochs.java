package org.jansenrit.sbi;

import java.util.Optional;
import java.util.function.IntFunction;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.math.Streams;

/**
 * What the observations of a training set look like in each epoch. Epoch 0 is what is held out,
 * what scales and transforms are fitted to, and what a loss is taken of after training.
 *
 * @param data with the observations of epoch 0
 * @param later those of later epochs, in the order of {@code data}; empty if they are the same
 */
record Epochs<X extends Observations>(Dataset<X> data, Optional<IntFunction<X>> later) {

  /** Returns the same observations in each epoch. */
  static <X extends Observations> Epochs<X> same(Dataset<X> data) {
    return new Epochs<>(data, Optional.empty());
  }

  /** Returns observations that are changed anew in each epoch. */
  static <X extends Observations> Epochs<X> of(
      Dataset<X> data, Augmentation<? super X> augmentation, long seed) {
    IntFunction<X> draw = epoch -> draw(data.x(), augmentation, Streams.part(seed, epoch));
    return new Epochs<>(
        new Dataset<>(
            data.theta(),
            draw.apply(0),
            data.provenance().with("augmentation", augmentation).with("augmentation seed", seed)),
        Optional.of(draw));
  }

  @SuppressWarnings("unchecked") // each kind of observation is changed into its own kind
  private static <W extends Observations, X extends W> X draw(
      X x, Augmentation<W> augmentation, long seed) {
    return (X) augmentation.apply(x, Streams.of(seed));
  }
}
