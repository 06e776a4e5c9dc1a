package org.jansenrit.inference.djl;

import org.jansenrit.inference.training.Training;

/** The learning rate by step: a linear rise, then a cosine down to a hundredth. */
record RateSchedule(double peak, long warmup, long stepsPerEpoch, long steps) {
  private static final double LAST = 0.01;

  static RateSchedule of(Training training, long stepsPerEpoch) {
    long steps = Math.multiplyExact(training.epochs(), stepsPerEpoch);
    return new RateSchedule(
        training.learningRate(), Math.min(training.warmupSteps(), steps / 2), stepsPerEpoch, steps);
  }

  /** Returns the rate of step {@code step}, counted from 0. */
  double at(long step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double done = (double) (step - warmup) / Math.max(1, steps - 1 - warmup);
    return peak * (LAST + (1 - LAST) * 0.5 * (1 + Math.cos(Math.PI * done)));
  }
}
