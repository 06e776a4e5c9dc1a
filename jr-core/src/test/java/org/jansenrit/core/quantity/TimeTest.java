package org.jansenrit.core.quantity;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

  @Test
  void millisecondsAreThousandthsOfSeconds() {
    assertEquals(s(0.5), ms(500));
    assertEquals(0.0005, ms(0.5).seconds());
    assertEquals(-0.2, ms(-200).seconds());
  }

  @Property
  void millisecondsReadAsTheDecimalNumberInSeconds(@ForAll @IntRange(max = 1_000_000) int n) {
    assertEquals(Double.parseDouble(n + "e-3"), ms(n).seconds());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE})
  void whatIsNotFiniteIsRefused(double value) {
    if (!Double.isFinite(value)) {
      var e = assertThrows(IllegalArgumentException.class, () -> s(value));
      assertEquals("time must be finite, but was " + value + " s", e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> ms(value));
    } else {
      assertEquals(value, s(value).seconds());
    }
  }

  @Test
  void zeroAndNegativeSpansAreNotPositive() {
    assertEquals(ms(1), ms(1).requirePositive("step"));
    var zero = assertThrows(IllegalArgumentException.class, () -> s(0).requirePositive("step"));
    assertEquals("step must be positive, but was 0 ms", zero.getMessage());
    var negative = assertThrows(IllegalArgumentException.class, () -> s(-2).requirePositive("tau"));
    assertEquals("tau must be positive, but was -2 s", negative.getMessage());
  }

  /** 0.1 and 0.0005 are no binary fractions; the ratio is whole all the same. */
  @Property
  void multiplesAreCountedInSpiteOfRounding(
      @ForAll @IntRange(min = 1, max = 2_000_000) int count,
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 50) double millis) {
    assertEquals(count, s(count * (millis / 1e3)).multipleOf(ms(millis), "duration"));
  }

  @Test
  void aSpanThatIsNoMultipleIsRefusedWithTheNearestThatIs() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> ms(1000.4).multipleOf(ms(1), "duration"));
    assertEquals(
        "duration of 1.0004 s is not a multiple of 1 ms; the nearest is 1 s", e.getMessage());
  }

  /** Half a step is half a step, however many whole ones come before it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 500_000, 1_000_000, 1_000_000_000})
  void halfAStepTooMuchIsNoMultiple(int steps) {
    assertThrows(IllegalArgumentException.class, () -> s(steps + 0.5).multipleOf(s(1), "duration"));
  }

  @Test
  void aStepThatIsNotPositiveDividesNothing() {
    assertThrows(IllegalArgumentException.class, () -> s(1).multipleOf(s(0), "duration"));
    assertThrows(IllegalArgumentException.class, () -> s(1).multipleOf(s(-1), "duration"));
  }

  @Test
  void moreStepsThanAnIntCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> s(1e7).multipleOf(ms(1e-3), "duration"));
  }

  @Test
  void timesAreOrdered() {
    assertTrue(ms(999).compareTo(s(1)) < 0);
    assertEquals(0, ms(1000).compareTo(s(1)));
  }

  @Test
  void textIsInTheUnitThatReadsBest() {
    assertEquals("0.5 ms", ms(0.5).toString());
    assertEquals("-200 ms", ms(-200).toString());
    assertEquals("0 ms", s(0).toString());
    assertEquals("1 s", ms(1000).toString());
    assertEquals("1.5 s", s(1.5).toString());
    assertEquals("16.6666667 ms", s(1 / 60.0).toString());
  }
}
