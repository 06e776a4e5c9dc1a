package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class Vector3Test {

  @Property
  void anglesGiveVectorsOfLengthOne(
      @ForAll @DoubleRange(min = -180, max = 180) double inclination,
      @ForAll @DoubleRange(min = -180, max = 180) double azimuth) {
    assertEquals(1, Vector3.ofAngles(inclination, azimuth).length(), 1e-15);
  }

  @Test
  void negativeInclinationIsTheLeftHalf() {
    assertEquals(-1, Vector3.ofAngles(-90, 0).x(), 1e-15);
    assertEquals(1, Vector3.ofAngles(90, 90).y(), 1e-15);
  }

  @Test
  void coordinatesMustBeFinite() {
    assertThrows(IllegalArgumentException.class, () -> Vector3.of(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Vector3.of(0, 0, 1 / 0.0));
  }

  @Test
  void zeroHasNoDirection() {
    var zero = Vector3.of(0, 0, 0);
    assertEquals(
        "the vector (0, 0, 0) has no direction",
        assertThrows(IllegalArgumentException.class, zero::unit).getMessage());
  }
}
