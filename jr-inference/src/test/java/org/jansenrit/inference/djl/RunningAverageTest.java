package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunningAverageTest {

  private static RunningAverage of(float... epochs) {
    RunningAverage average = RunningAverage.none();
    for (float value : epochs) {
      average = average.and(new Weights(List.of(new float[] {value})));
    }
    return average;
  }

  private static float value(float... epochs) {
    return of(epochs).weights().values().get(0)[0];
  }

  @Test
  void theFirstEpochIsItsOwnAverage() {
    assertEquals(3, value(3));
  }

  @Test
  void whatDoesNotChangeIsItsAverage() {
    assertEquals(2, value(2, 2, 2, 2), 1e-6);
  }

  /** The second epoch keeps 1/5 of the first; after many, each keeps 4/5 of what was. */
  @Test
  void olderEpochsCountLess() {
    assertEquals(0.8, value(0, 1), 1e-6);
    float[] many = new float[60];
    many[59] = 1;
    assertEquals(0.2, value(many), 1e-6);
  }
}
