package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EcdfBandTest {

  /**
   * 1000 samples of 200: 950 are expected inside, with a standard error of 7 (twice: the band's).
   */
  @Test
  void bandHoldsNineteenOfTwentyUniformSamples() {
    EcdfBand band = EcdfBand.of(200);
    Random random = new Random(2);
    int inside = 0;
    for (int s = 0; s < 1000; s++) {
      inside += band.contains(random.doubles(200).toArray()) ? 1 : 0;
    }
    assertEquals(950, inside, 40);
  }

  @Test
  void sharesAreThoseOfTheValuesBelow() {
    double[] shares = EcdfBand.of(4).shares(0.005, 0.5, 0.505, 1);
    assertEquals(0.25, shares[0]);
    assertEquals(0.5, shares[49]);
    assertEquals(0.75, shares[50]);
    assertEquals(0.75, shares[98]);
  }

  @Test
  void narrowSamplesLeaveTheBand() {
    double[] values = new Random(3).doubles(500).map(u -> 0.5 + 0.8 * (u - 0.5)).toArray();
    EcdfBand band = EcdfBand.of(500);
    assertFalse(band.contains(values));
    assertTrue(Arrays.stream(band.low()).allMatch(v -> v >= 0));
  }
}
