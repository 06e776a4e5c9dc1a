package org.jansenrit.core.math;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** The discrete Fourier transform of arrays whose length is a power of two. */
public final class Fourier {
  private static final int LONGEST = 1 << 26;

  private Fourier() {}

  /**
   * Computes X_k = sum of x_j exp(-2 pi i j k / n), in place.
   *
   * @param re real parts; as long as {@code im}, a power of two
   * @param im imaginary parts
   */
  public static void transform(double[] re, double[] im) {
    double[][] both = {re, im};
    FastFourierTransformer.transformInPlace(both, DftNormalization.STANDARD, TransformType.FORWARD);
  }

  /**
   * {@return the smallest power of two that is at least {@code n}}
   *
   * @param n how many values there are to transform; need not be whole
   * @throws IllegalArgumentException if that exceeds 2^26, or {@code n} is not at least 1
   */
  public static int length(double n) {
    if (!(n >= 1 && n <= LONGEST)) {
      throw new IllegalArgumentException(
          "a Fourier transform takes 1 to " + LONGEST + " samples, but there are " + n);
    }
    return n == 1 ? 1 : Integer.highestOneBit((int) Math.ceil(n) - 1) << 1;
  }
}
