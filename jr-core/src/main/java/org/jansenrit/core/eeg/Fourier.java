package org.jansenrit.core.eeg;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** The discrete Fourier transform of arrays whose length is a power of two. */
final class Fourier {
  private static final int LONGEST = 1 << 26;

  private Fourier() {}

  /** Transforms in place, without a factor. */
  static void transform(double[] re, double[] im) {
    double[][] both = {re, im};
    FastFourierTransformer.transformInPlace(both, DftNormalization.STANDARD, TransformType.FORWARD);
  }

  /**
   * Returns the smallest power of two that is at least {@code n}.
   *
   * @throws IllegalArgumentException if that is too long to be transformed
   */
  static int length(double n, String what) {
    if (!(n <= LONGEST)) {
      throw new IllegalArgumentException(
          what + " needs a transform of more than " + LONGEST + " samples");
    }
    return Integer.highestOneBit(Math.max(1, (int) Math.ceil(n) - 1)) << 1;
  }
}
