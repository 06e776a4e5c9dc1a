package org.jansenrit.core.features;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** The discrete Fourier transform of arrays whose length is a power of two. */
final class Fft {
  private Fft() {}

  /** Transforms in place, without a factor. */
  static void forward(double[] re, double[] im) {
    double[][] both = {re, im};
    FastFourierTransformer.transformInPlace(both, DftNormalization.STANDARD, TransformType.FORWARD);
  }

  /** Returns the smallest power of two that is at least {@code n}. */
  static int length(int n) {
    return n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }
}
