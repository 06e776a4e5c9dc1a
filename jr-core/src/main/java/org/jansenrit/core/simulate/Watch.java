package org.jansenrit.core.simulate;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Looks at the states of a block every so often: stops when the thread is interrupted, and ends
 * lanes that explode by making them NaN, so that their observations are not finite and are counted.
 * Lanes do not touch each other, so the neighbours go on.
 */
final class Watch {
  /** Steps between two looks: often enough to stop at once, too rarely to cost anything. */
  private static final int EVERY = 64;

  /** No potential, rate or gating variable of a neural mass comes near this. */
  private static final double EXPLODED = 1e9;

  private final double[][] y;
  private final int lanes;
  private final double[] size;
  private int steps;

  Watch(double[][] y, int lanes) {
    this.y = y;
    this.lanes = lanes;
    this.size = new double[lanes];
  }

  /** Takes note of a step. */
  void look() {
    if (steps++ % EVERY == 0) {
      requireNotInterrupted();
      endExploded();
    }
  }

  private static void requireNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the simulation was interrupted");
    }
  }

  private void endExploded() {
    Arrays.fill(size, 0);
    for (double[] variable : y) {
      for (int i = 0; i < size.length; i++) {
        size[i] = Math.max(size[i], Math.abs(variable[i]));
      }
    }
    for (int i = 0; i < lanes; i++) {
      if (!(size[i] < EXPLODED)) {
        end(i);
      }
    }
  }

  private void end(int lane) {
    for (double[] variable : y) {
      variable[lane] = Double.NaN;
    }
  }
}
