package org.jansenrit.core.quantity;

import static org.jansenrit.core.quantity.Numbers.shortest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "3.25, 3.25",
    "22, 22",
    "0, 0",
    "-0.0, 0",
    "-7.5, -7.5",
    "0.1, 0.1",
    "0.30000000000000004, 0.3",
    "2.6000000000000001, 2.6",
    "123456789012, 1.23456789e11",
    "1e7, 1e7",
    "9999999, 9999999",
    "1e-3, 0.001",
    "5.6e-4, 0.00056",
    "1e-7, 1e-7",
    "-1.5e-12, -1.5e-12",
    "1e300, 1e300"
  })
  void numbersReadAsOneWouldWriteThem(double value, String text) {
    assertEquals(text, shortest(value));
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    assertEquals("NaN", shortest(Double.NaN));
    assertEquals("-Infinity", shortest(Double.NEGATIVE_INFINITY));
  }

  @Property
  void nineDigitsAreKept(@ForAll double value) {
    assertEquals(value, Double.parseDouble(shortest(value)), Math.abs(value) * 5e-9);
  }
}
