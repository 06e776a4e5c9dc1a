package org.jansenrit.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourierTest {

  /** The definition, term by term. */
  @Property(tries = 50)
  void transformIsTheSumOfItsDefinition(
      @ForAll @IntRange(max = 6) int power,
      @ForAll @IntRange(max = 63) int bin,
      @ForAll long seed) {
    int n = 1 << power;
    var random = Streams.of(seed).random(0, 0);
    double[] re = new double[n];
    double[] im = new double[n];
    double real = 0;
    double imaginary = 0;
    for (int j = 0; j < n; j++) {
      re[j] = random.nextDouble() - 0.5;
      im[j] = random.nextDouble() - 0.5;
      double angle = -2 * Math.PI * j * (bin % n) / n;
      real += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
      imaginary += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
    }
    Fourier.transform(re, im);
    assertEquals(real, re[bin % n], 1e-12);
    assertEquals(imaginary, im[bin % n], 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 4", "4.5, 8", "1000, 1024", "67108864, 67108864"})
  void lengthIsTheNextPowerOfTwo(double n, int length) {
    assertEquals(length, Fourier.length(n));
  }

  @Test
  void lengthsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Fourier.length(0));
    assertThrows(IllegalArgumentException.class, () -> Fourier.length(1e9));
    assertThrows(IllegalArgumentException.class, () -> Fourier.length(Double.NaN));
  }
}
