package org.jansenrit.core.drive;

/**
 * Rectangular pulses.
 *
 * @param onsets when they begin
 * @param width how long each lasts, in s
 * @param height their height
 */
record PulseTrain(Onsets onsets, double width, double height) implements Shape {
  @Override
  public double mean(double from, double to) {
    return height * (timeOn(to) - timeOn(from)) / (to - from);
  }

  /** Returns for how long the pulses have been on until {@code t}, in s. */
  private double timeOn(double t) {
    double since = t - onsets.first().seconds();
    if (since <= 0) {
      return 0;
    }
    double begun = Math.min(onsets.count() - 1, Math.floor(since / onsets.period().seconds()));
    return begun * width + Math.min(width, since - begun * onsets.period().seconds());
  }
}
