package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import org.jansenrit.core.data.Archive;

/**
 * Builds the body of a network: everything but the last, linear layer. The door to networks of
 * one's own.
 *
 * <p>Weights and biases are drawn afresh, uniformly in the manner of PyTorch, by the seed of the
 * network. In the code of a block, never call {@code mul}, {@code div} or {@code pow} with a Java
 * number: gradients would be wrong at times, without an error. Create a constant in the manager of
 * the input, and use that.
 */
@FunctionalInterface
public interface NetworkFactory {

  /**
   * Returns a fresh body that is not initialized yet.
   *
   * @param inputShape the shape of one row: {@code {40}}, or {@code {channels, samples}}
   * @return a block from (batch, inputShape...) to (batch, features)
   */
  Block body(int[] inputShape);

  /**
   * {@return what is needed to build this body again in another process} Those of {@link Networks}
   * are read back from it; one of one's own has to be given again when its network is loaded.
   */
  default Archive toArchive() {
    return Archive.of(SavedBodies.OWN).with("class", getClass().getName());
  }
}
