package org.jansenrit.inference.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InputsTest {

  /** Five rows of one value: 1, 2, 3, 4, 5, times a factor. */
  private record Times(int factor) implements Inputs {
    @Override
    public int size() {
      return 5;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public void copyTo(int row, float[] target, int offset) {
      target[offset] = factor * (row + 1);
    }
  }

  private static float[] values(Inputs inputs) {
    float[] values = new float[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      inputs.copyTo(i, values, i);
    }
    return values;
  }

  @Test
  void everyEpochSeesTheSameRowsUnlessToldOtherwise() {
    assertArrayEquals(new float[] {1, 2, 3, 4, 5}, values(new Times(1).epoch(7)));
  }

  @Test
  void eachEpochSeesItsOwnRowsButForThoseHeld() {
    Inputs inputs = new Times(1).inEpochs(e -> new Times(10 * e), 1, 3);
    assertArrayEquals(new float[] {1, 2, 3, 4, 5}, values(inputs));
    assertArrayEquals(new float[] {10, 2, 30, 4, 50}, values(inputs.epoch(1)));
    assertArrayEquals(new float[] {20, 2, 60, 4, 100}, values(inputs.epoch(2)));
    assertEquals(5, inputs.epoch(2).size());
    assertArrayEquals(new int[] {1}, inputs.epoch(2).shape());
  }
}
