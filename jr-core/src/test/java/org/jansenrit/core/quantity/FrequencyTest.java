package org.jansenrit.core.quantity;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyTest {

  @Test
  void thePeriodIsTheInverse() {
    assertEquals(ms(4), hz(250).period());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
  void whatIsNotPositiveAndFiniteIsRefused(double value) {
    var e = assertThrows(IllegalArgumentException.class, () -> hz(value));
    assertEquals("frequency must be positive and finite, but was " + value + " Hz", e.getMessage());
  }

  @Test
  void frequenciesAreOrderedAndPrintTheirUnit() {
    assertTrue(hz(8).compareTo(hz(12.5)) < 0);
    assertEquals("12.5 Hz", hz(12.5).toString());
    assertEquals("1000 Hz", hz(1000).toString());
  }
}
