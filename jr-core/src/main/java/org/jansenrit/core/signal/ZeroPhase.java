package org.jansenrit.core.signal;

/**
 * Filters forwards and then backwards. The signal is continued at both ends by its rotation about
 * the end, and taken to have rested before, so that steps at the ends do not ring.
 *
 * @see <a href="https://doi.org/10.1109/78.492552">Gustafsson (1996), Determining the initial
 *     states in forward-backward filtering</a>
 */
final class ZeroPhase {
  private static final double SETTLED = 1e-4;

  private ZeroPhase() {}

  /** Filters {@code x[from]} to {@code x[to - 1]} in place. */
  static void filter(double[] x, int from, int to, Sections sections) {
    int samples = to - from;
    int padding = (int) Math.min(samples - 1, Math.ceil(sections.settling(SETTLED)));
    double[] padded = padded(x, from, to, padding);
    sections.run(padded, 1, padded[0]);
    sections.run(padded, -1, padded[padded.length - 1]);
    System.arraycopy(padded, padding, x, from, samples);
  }

  static double[] padded(double[] x, int from, int to, int padding) {
    double[] padded = new double[to - from + 2 * padding];
    System.arraycopy(x, from, padded, padding, to - from);
    for (int k = 1; k <= padding; k++) {
      padded[padding - k] = 2 * x[from] - x[from + k];
      padded[padded.length - 1 - padding + k] = 2 * x[to - 1] - x[to - 1 - k];
    }
    return padded;
  }
}
