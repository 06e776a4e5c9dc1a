package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
  private static final Parameter RATE = Parameter.of("k", "1/s", 100).possible(20, 1000);

  /** The message agreed upon in the architecture. */
  @Test
  void aValueInVoltsIsRefusedAndTheSlipIsNamed() {
    assertEquals(
        "A = 0.0026 mV is outside [0.1, 100.0] mV. Was it given in V? That is 2.6 mV.",
        refusal(JansenRit.A, 0.0026));
  }

  @Test
  void aRatePerMillisecondIsRefusedAndTheSlipIsNamed() {
    assertEquals(
        "k = 0.1 1/s is outside [20.0, 1000.0] 1/s. Was it given in 1/ms? That is 100 1/s.",
        refusal(RATE, 0.1));
  }

  @Test
  void aTimeConstantInPlaceOfARateIsRefusedAndTheSlipIsNamed() {
    assertEquals(
        "k = 10 1/s is outside [20.0, 1000.0] 1/s."
            + " Was it given as a time constant in ms? That is 100 1/s.",
        refusal(RATE, 10));
  }

  @Test
  void aNumberThatNoSlipExplainsIsRefusedWithoutAGuess() {
    assertEquals("A = -3 mV is outside [0.1, 100.0] mV.", refusal(JansenRit.A, -3));
    assertEquals("A = 0 mV is outside [0.1, 100.0] mV.", refusal(JansenRit.A, 0));
    assertEquals("C = 0.5 is outside [1.0, 5000.0].", refusal(JansenRit.C, 0.5));
    assertEquals("k = -5 1/s is outside [20.0, 1000.0] 1/s.", refusal(RATE, -5));
  }

  @Test
  void nanIsRefused() {
    assertEquals("A = NaN mV is outside [0.1, 100.0] mV.", refusal(JansenRit.A, Double.NaN));
    assertFalse(JansenRit.A.isPossible(Double.NaN));
    assertFalse(Parameter.of("x", "1", 0).isPossible(Double.NaN));
  }

  /** Without bounds, a number still has to be one. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void infinityIsRefusedEvenWithoutBounds(double value) {
    Parameter free = Parameter.of("x", "nA", 0);
    assertFalse(free.isPossible(value));
    assertEquals("x = " + value + " nA is not finite.", refusal(free, value));
    assertThrows(IllegalArgumentException.class, () -> Parameter.of("x", "nA", value));
  }

  @Property
  void whatIsPossibleIsReturnedUnchanged(@ForAll double value) {
    assertEquals(value, Parameter.of("x", "mV", 0).require(value));
    boolean inside = value >= 20 && value <= 1000;
    assertEquals(inside, RATE.isPossible(value));
    if (!inside) {
      assertTrue(refusal(RATE, value).startsWith("k = "));
    }
  }

  @Test
  void bothEndsOfThePossibleRangeArePossible() {
    assertEquals(0.1, JansenRit.A.require(0.1));
    assertEquals(100, JansenRit.A.require(100));
    assertFalse(JansenRit.A.isPossible(Math.nextUp(100.0)));
  }

  @Test
  void theMeaningfulRangeLiesWithinThePossible() {
    Parameter p = Parameter.of("x", "mV", 5).possible(0, 10);
    assertEquals(0, p.low());
    assertEquals(10, p.high());
    assertEquals(new Parameter("x", "mV", 5, 0, 10, 2, 8), p.meaningful(2, 8));
    assertEquals(
        "x: the meaningful range [2.0, 11.0] is empty or outside the possible range [0.0, 10.0] mV",
        message(() -> p.meaningful(2, 11)));
    assertThrows(IllegalArgumentException.class, () -> p.meaningful(8, 2));
    assertThrows(IllegalArgumentException.class, () -> p.meaningful(Double.NaN, 2));
    assertThrows(IllegalArgumentException.class, () -> p.meaningful(2, Double.NaN));
  }

  @Test
  void theStandardValueIsPossible() {
    Parameter p = Parameter.of("x", "mV", 5);
    assertEquals(
        "x: the standard value 5 is outside the possible range [6.0, 7.5] mV",
        message(() -> p.possible(6, 7.5)));
    assertThrows(IllegalArgumentException.class, () -> p.possible(Double.NaN, 7));
    assertThrows(IllegalArgumentException.class, () -> p.possible(7, 4));
    assertThrows(IllegalArgumentException.class, () -> Parameter.of("x", "mV", Double.NaN));
  }

  @Test
  void aParameterHasASymbolAndAUnit() {
    assertEquals(
        "a parameter needs a symbol and a unit (\"1\" if it has none), but got \"x\" and \"\"",
        message(() -> Parameter.of("x", "", 1)));
    assertThrows(IllegalArgumentException.class, () -> Parameter.of(" ", "mV", 1));
  }

  @Test
  void textHasTheUnitIfThereIsOne() {
    assertEquals("A mV", JansenRit.A.toString());
    assertEquals("C", JansenRit.C.toString());
    assertEquals("3.25 mV", JansenRit.A.withUnit(3.25));
    assertEquals("135", JansenRit.C.withUnit(135));
  }

  @Test
  void axesOfAParameterAndOfItsDensityHaveUnits() {
    assertEquals("A (mV)", JansenRit.A.label());
    assertEquals("density (1/mV)", JansenRit.A.densityLabel());
    assertEquals("density (s)", JansenRit.B_RATE.densityLabel());
    assertEquals("density (1)", JansenRit.C.densityLabel());
    assertEquals("density (1/(nA/Hz))", WongWang.J_EXT.densityLabel());
  }

  private static String refusal(Parameter p, double value) {
    return message(() -> p.require(value));
  }

  private static String message(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
