package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Property(tries = 200)
  void everyValueIsCountedOnceAndTheAreaIsOne(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
      @ForAll @IntRange(min = 1, max = 40) int bins) {
    var histogram = Histogram.of(values.stream().mapToDouble(v -> v).toArray(), bins);
    assertEquals(values.size(), Arrays.stream(histogram.counts()).sum());
    assertEquals(1, Arrays.stream(histogram.densities()).sum() * histogram.width(), 1e-9);
  }

  @Test
  void lastBinHoldsTheGreatestValue() {
    var histogram = Histogram.of(new double[] {0, 1, 2, 3, 4}, 2);
    assertArrayEquals(new double[] {2, 3}, histogram.counts());
    assertArrayEquals(new double[] {0, 2}, histogram.left());
  }

  @Test
  void valuesTooCloseToDivideAreOneBin() {
    var histogram = Histogram.of(new double[] {0, Double.MIN_VALUE}, 4);
    assertArrayEquals(new double[] {0, 0, 2, 0}, histogram.counts());
    assertEquals(0.5, histogram.width());
  }

  @Test
  void equalValuesHaveBinsAroundThem() {
    var histogram = Histogram.of(new double[] {3, 3}, 1);
    assertArrayEquals(new double[] {1.5}, histogram.left());
    assertEquals(3, histogram.width());
  }
}
