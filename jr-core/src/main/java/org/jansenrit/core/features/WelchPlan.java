package org.jansenrit.core.features;

import java.util.Arrays;
import java.util.Objects;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.math.Fourier;

/** Spectra of signals of one shape. */
final class WelchPlan implements Signal.Derivation<Spectrum> {
  private final Welch settings;
  private final SignalShape shape;
  private final double[] window;
  private final int step;
  private final int length;
  private final double scale;

  WelchPlan(Welch settings, SignalShape shape) {
    this.settings = settings;
    this.shape = shape;
    int samples = settings.samples(shape);
    window = hann(samples);
    step = Math.max(1, (int) Math.rint(samples * (1 - settings.overlap())));
    length = Fourier.length(samples);
    int segments = (shape.samples() - samples) / step + 1;
    double energy = Arrays.stream(window).map(w -> w * w).sum();
    scale = 2 / (shape.rate().hertz() * energy * segments);
  }

  /** Periodic, as spectra want it: the first sample is 0, and the next after the last would be. */
  private static double[] hann(int samples) {
    double[] window = new double[samples];
    Arrays.setAll(window, k -> 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * k / samples));
    return window;
  }

  /**
   * Two segments are transformed at once, as real and imaginary part: the power of both together is
   * that of the lines k and -k.
   */
  @Override
  public Spectrum of(Signal x) {
    double[] re = new double[length];
    double[] im = new double[length];
    double[] power = new double[length / 2 + 1];
    for (int at = 0; at + window.length <= shape.samples(); at += 2 * step) {
      place(x.values(), at, re);
      place(x.values(), at + step, im);
      Fourier.transform(re, im);
      for (int k = 0; k < power.length; k++) {
        int mirror = (length - k) & (length - 1);
        power[k] +=
            re[k] * re[k] + im[k] * im[k] + re[mirror] * re[mirror] + im[mirror] * im[mirror];
      }
    }
    for (int k = 0; k < power.length; k++) {
      power[k] *= scale / 2;
    }
    return new Spectrum(shape.rate().hertz() / length, power);
  }

  /** Writes one segment, less its mean and under the window; nothing if it leaves the signal. */
  private void place(double[] x, int at, double[] target) {
    Arrays.fill(target, 0);
    if (at + window.length > x.length) {
      return;
    }
    double sum = 0;
    for (int k = 0; k < window.length; k++) {
      sum += x[at + k];
    }
    double mean = sum / window.length;
    for (int k = 0; k < window.length; k++) {
      target[k] = window[k] * (x[at + k] - mean);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WelchPlan plan
        && settings.equals(plan.settings)
        && shape.equals(plan.shape);
  }

  @Override
  public int hashCode() {
    return Objects.hash(settings, shape);
  }
}
