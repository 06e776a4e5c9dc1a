package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import org.jansenrit.core.data.Archive;

/** A body with what is saved of it: {@link SavedBodies} reads that back. */
record Described(Archive toArchive, NetworkFactory factory) implements NetworkFactory {

  @Override
  public Block body(int[] inputShape) {
    return factory.body(inputShape);
  }
}
