package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExtentTest {
  @Property(tries = 200)
  void paddedHoldsTheExtentAndIsNeverAPoint(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double b) {
    Extent extent = Extent.of(a, b);
    Extent padded = extent.padded();
    assertTrue(padded.low() <= extent.low() && padded.high() >= extent.high());
    assertTrue(padded.low() < padded.high());
  }

  @Test
  void zeroStaysAtTheEdge() {
    assertEquals(new Extent(0, 104), new Extent(0, 100).padded());
    assertEquals(new Extent(-104, 0), new Extent(-100, 0).padded());
  }

  @Test
  void nothingIsDrawnFromZeroToOne() {
    assertEquals(new Extent(0, 1), Extent.of(Double.NaN).padded());
  }

  @Test
  void oneValueIsDrawnAmidItsOwnSize() {
    assertEquals(new Extent(2, 6), Extent.of(4).padded());
    assertEquals(new Extent(-1, 1), Extent.of(0).padded());
  }
}
