package org.jansenrit.inference;

import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;

/** Scaled rows of the training set, which each epoch may see anew, then of the validation set. */
record EpochInputs(InputScale scale, Epochs<?> train, Observations validation, Inputs first)
    implements Inputs {

  @Override
  public int size() {
    return first.size();
  }

  @Override
  public int[] shape() {
    return first.shape();
  }

  @Override
  public void copyTo(int row, float[] target, int offset) {
    first.copyTo(row, target, offset);
  }

  @Override
  public Inputs epoch(int number) {
    return scale.apply(train.epoch(number).x(), validation);
  }
}
