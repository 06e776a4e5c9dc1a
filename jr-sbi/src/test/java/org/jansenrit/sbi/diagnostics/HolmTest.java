package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
  @Test
  void adjustedValuesAreThoseOfR() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-15);
  }

  @Test
  void adjustedValuesNeverExceedOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.9, 0.7));
    assertEquals(1, Holm.smallest(0.6, 0.9));
  }
}
