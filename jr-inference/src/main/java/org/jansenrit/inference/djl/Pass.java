package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/** One pass of one array at a time through the children of a block. */
record Pass(ParameterStore store, boolean training) {

  NDArray through(Block block, NDArray x) {
    return block.forward(store, new NDList(x), training).head();
  }
}
